import { describe, expect, it } from 'vitest';
import { print } from '../../src/expressions/print.ts';
import { fillStatement } from '../../src/marking/statement.ts';
import { type Case, failuresOf } from '../../src/verification/cases.ts';
import { keyOf } from '../../src/working/key.ts';
import { type Declaration, defineProblem } from '../../src/working/problem.ts';

const about = (parts: Partial<Declaration>): Declaration => ({
  id: 'arrays',
  title: 'Arrays',
  rounding: { places: 4, when: 'every-step' },
  givens: {},
  working: {},
  asks: {},
  ...parts,
});

const X = [
  ['0.5', '-1.2', '0.3'],
  ['1.1', '0.4', '-0.7'],
];
const W = [
  ['0.2', '0.9'],
  ['-0.4', '0.6'],
  ['0.8', '-0.1'],
];
const square = [
  ['0.7', '-0.2'],
  ['0.4', '1.3'],
];
const v = ['0.3', '-0.8', '1.5'];

interface Lowering {
  readonly id: string;
  readonly line: string;
  readonly formula: string;
  readonly cells: Readonly<Record<string, string>>;
}

const lowerings: readonly Lowering[] = [
  {
    id: 'a product of matrices and a row for each row',
    line: 'Z',
    formula: 'X*W + b',
    cells: { 'Z[2,1]': 'X[2,1]*W[1,1] + X[2,2]*W[2,1] + X[2,3]*W[3,1] + b[1]' },
  },
  { id: 'a transposition', line: 'T', formula: 'X^T', cells: { 'T[3,1]': 'X[1,3]' } },
  { id: 'cell by cell', line: 'H', formula: 'X .* X', cells: { 'H[1,2]': 'X[1,2]*X[1,2]' } },
  { id: 'a power of cells', line: 'H', formula: 'X.^2', cells: { 'H[2,3]': 'X[2,3]^2' } },
  { id: 'a function of each cell', line: 'A', formula: 'relu(X)', cells: { 'A[1,1]': 'relu(X[1,1])' } },
  {
    id: 'a sum down each column',
    line: 's',
    formula: 'sum(X, axis=0)',
    cells: { 's[1]': 'X[1,1] + X[2,1]', 's[3]': 'X[1,3] + X[2,3]' },
  },
  {
    id: 'a mean along each row',
    line: 'm',
    formula: 'mean(X, axis=1)',
    cells: { 'm[2]': '(X[2,1] + X[2,2] + X[2,3])/3' },
  },
  { id: 'the largest of all', line: 'm', formula: 'max(v)', cells: { m: 'max(v[1], v[2], v[3])' } },
  { id: 'an outer product', line: 'G', formula: 'v*v^T', cells: { 'G[3,2]': 'v[3]*v[2]' } },
  { id: 'cells by their indices', line: 'P[i,j]', formula: 'X[i,j]/v[j]', cells: { 'P[2,3]': 'X[2,3]/v[3]' } },
  {
    id: 'a sum over an index',
    line: 'r[i]',
    formula: 'sum(k: X[i,k]*v[k])',
    cells: { 'r[2]': 'X[2,1]*v[1] + X[2,2]*v[2] + X[2,3]*v[3]' },
  },
  { id: 'an index that is worked out', line: 'd[n]', formula: 'v[n+1] - v[n]', cells: { 'd[2]': 'v[3] - v[2]' } },
  { id: 'a condition', line: 'M', formula: '(X > 0)', cells: { 'M[1,2]': 'step(X[1,2])' } },
];

describe('a line over arrays is one formula for each cell', () => {
  it.each(lowerings)('$id', ({ line, formula, cells }) => {
    const declared = about({
      givens: { X, W, v, b: [['0.1', '0.2']] },
      indices: { n: 2 },
      working: { [line]: formula },
    });
    const lines = new Map(
      defineProblem(declared)
        .work({})
        .lines.map((one) => [one.name, print(one.formula)]),
    );
    for (const [cell, written] of Object.entries(cells)) expect(lines.get(cell)).toBe(written);
  });
});

describe('what an author gets wrong is said at its line', () => {
  it.each([
    ['X*X', 'line "Z": in `X*X` the shapes 2×3 and 2×3 do not go together'],
    ['X + v', 'line "Z": in `X + v` the shapes 2×3 and 3×1 do not go together'],
    ['X*Q', 'line "Z" cannot be read at character 3 of "X*Q": "Q" is no name of this question'],
    ['X[3,1]', '`X[3, 1]` lies outside: `X` is 2×3'],
  ])('%s', (formula, says) => {
    expect(() => defineProblem(about({ givens: { X, v }, working: { Z: formula } }))).toThrow(says);
  });

  it('how far an index runs must be known', () => {
    const working = { 'd[n]': 'v[n+1] - v[n]' };
    expect(() => defineProblem(about({ givens: { v }, working }))).toThrow('say how far the index n runs');
  });

  it('other givens have the shape of its own', () => {
    const problem = defineProblem(about({ givens: { X }, working: { Z: '2*X' } }));
    expect(() => problem.work({ X: square })).toThrow('the given "X" must be 2×3 numbers');
    const twice = [...keyOf(problem.work({ X: X.map((row) => row.map(() => '0.5')) })).values()];
    expect(twice.map(({ stated }) => stated.toNumber())).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

it('a matrix stands in a statement as its rows', () => {
  expect(fillStatement('X = {{X}}, v = {{v}}', { X: square, v }, '')).toBe(
    'X = [[0.7, -0.2], [0.4, 1.3]], v = 0.3, -0.8, 1.5',
  );
});

/** Families that are in no list of problems: the mechanism knows none of them by name. */
const attention = about({
  id: 'attention',
  rounding: { places: 5, when: 'every-step' },
  givens: {
    Q: [
      ['0.7', '-1.1'],
      ['1.4', '0.3'],
    ],
    K: [
      ['0.9', '0.6'],
      ['-0.8', '1.2'],
      ['0.2', '-1.7'],
    ],
    V: [
      ['1.3', '-0.4'],
      ['0.5', '2.1'],
      ['-1.6', '0.8'],
    ],
  },
  working: {
    S: 'Q*K^T/sqrt(2)',
    E: 'exp(S)',
    n: 'sum(E, axis=1)',
    'A[i,j]': 'E[i,j]/n[i]',
    O: 'A*V',
  },
  asks: { O: { points: 6, steps: { S: 1, A: 2 } } },
  names: { S: 'the scores', A: 'the weights', O: 'the output' },
});

const batchNorm = about({
  id: 'batch-norm',
  rounding: { places: 4, when: 'every-step' },
  givens: {
    X: [
      ['1.7', '-0.6'],
      ['0.4', '2.3'],
      ['-1.2', '0.9'],
    ],
    gamma: [['1.5', '0.8']],
    beta: [['0.2', '-0.1']],
  },
  working: {
    mu: 'mean(X, axis=0)',
    D: 'X - mu',
    s: 'mean(D.^2, axis=0)',
    N: 'D ./ sqrt(s + 0.01)',
    Y: 'gamma .* N + beta',
  },
  asks: { Y: { points: 6, steps: { mu: 1, s: 1, N: 2 } } },
  names: { mu: 'the means', s: 'the variances', N: 'the normalised inputs', Y: 'the output' },
});

const recurrent = about({
  id: 'rnn-step',
  rounding: { places: 4, when: 'every-step' },
  givens: {
    W: square,
    U: W.slice(0, 2).map((row) => [...row, '0.5']),
    x: v,
    h0: ['0.6', '-0.9'],
    b: ['0.05', '-0.15'],
  },
  working: { z: 'W*h0 + U*x + b', h1: 'tanh(z)', z2: 'W*h1 + U*x + b', h2: 'tanh(z2)' },
  asks: { h2: { points: 6, steps: { z: 1, h1: 1, z2: 1 } } },
  names: { z: 'the first sums', h1: 'the first state', z2: 'the second sums', h2: 'the second state' },
});

type Rows = readonly (readonly number[])[];
const numbers = (given: unknown): Rows => (given as (string | string[])[]).map((row) => [row].flat().map(Number));
const at = (a: Rows, i: number, j: number): number => a[i]?.[j] ?? Number.NaN;
const times = (a: Rows, b: Rows): Rows =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * at(b, k, j), 0)));
const turned = (a: Rows): Rows => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? Number.NaN));
const each = (a: Rows, f: (x: number, i: number, j: number) => number): Rows =>
  a.map((row, i) => row.map((x, j) => f(x, i, j)));
const total = (row: readonly number[]): number => row.reduce((sum, x) => sum + x, 0);

/** A paper by a hand of its own: every step rounded, one step done in another way. */
class Hand {
  readonly answers: Record<string, string> = {};
  private readonly places: number;
  private readonly slips: Readonly<Record<string, (right: Rows) => Rows>>;
  constructor(places: number, slips: Readonly<Record<string, (right: Rows) => Rows>>) {
    this.places = places;
    this.slips = slips;
  }
  write(name: string, right: Rows): Rows {
    const scale = 10 ** this.places;
    const value = each(
      this.slips[name]?.(right) ?? right,
      (x) => (Math.sign(x) * Math.floor(Math.abs(x) * scale + 0.5)) / scale,
    );
    const texts = value.map((row) => row.map((x) => x.toFixed(this.places)));
    this.answers[name] = JSON.stringify(texts).replaceAll('"', '');
    return value;
  }
}

type Slips = Readonly<Record<string, (right: Rows) => Rows>>;

function attentionPaper(slips: Slips): Record<string, string> {
  const [Q, K, V] = ['Q', 'K', 'V'].map((name) => numbers(attention.givens[name])) as [Rows, Rows, Rows];
  const hand = new Hand(5, slips);
  const S = hand.write(
    'S',
    each(times(Q, turned(K)), (x) => x / Math.SQRT2),
  );
  const E = hand.write('E', each(S, Math.exp));
  const n = hand.write(
    'n',
    E.map((row) => [total(row)]),
  );
  const A = hand.write(
    'A',
    each(E, (x, i) => x / at(n, i, 0)),
  );
  hand.write('O', times(A, V));
  return hand.answers;
}

function batchNormPaper(slips: Slips): Record<string, string> {
  const [X, gamma, beta] = ['X', 'gamma', 'beta'].map((name) => numbers(batchNorm.givens[name])) as [Rows, Rows, Rows];
  const hand = new Hand(4, slips);
  const mean = (a: Rows): Rows => [turned(a).map((column) => total(column) / column.length)];
  const mu = hand.write('mu', mean(X));
  const D = hand.write(
    'D',
    each(X, (x, _, j) => x - at(mu, 0, j)),
  );
  const s = hand.write('s', mean(each(D, (x) => x * x)));
  const N = hand.write(
    'N',
    each(D, (x, _, j) => x / Math.sqrt(at(s, 0, j) + 0.01)),
  );
  hand.write(
    'Y',
    each(N, (x, _, j) => at(gamma, 0, j) * x + at(beta, 0, j)),
  );
  return hand.answers;
}

function recurrentPaper(slips: Slips): Record<string, string> {
  const [w, u, x, h0, b] = ['W', 'U', 'x', 'h0', 'b'].map((name) => numbers(recurrent.givens[name])) as [
    Rows,
    Rows,
    Rows,
    Rows,
    Rows,
  ];
  const hand = new Hand(4, slips);
  const sums = (h: Rows): Rows => each(times(w, h), (z, i) => z + at(times(u, x), i, 0) + at(b, i, 0));
  const h1 = hand.write('h1', each(hand.write('z', sums(h0)), Math.tanh));
  hand.write('h2', each(hand.write('z2', sums(h1)), Math.tanh));
  return hand.answers;
}

interface Slipped {
  readonly family: string;
  readonly id: string;
  readonly declared: Declaration;
  readonly answers: Record<string, string>;
  readonly expect: Case['expect'];
  readonly slips?: Case['slips'];
}

const q = numbers(attention.givens.Q);
const k = numbers(attention.givens.K);
const h0 = numbers(recurrent.givens.h0);

const papers: readonly Slipped[] = [
  {
    family: 'attention',
    id: 'right',
    declared: attention,
    answers: attentionPaper({}),
    expect: { S: 'correct', A: 'correct', O: 'correct' },
  },
  {
    family: 'attention',
    id: 'not scaled',
    declared: attention,
    answers: attentionPaper({ S: () => times(q, turned(k)) }),
    expect: { S: 'slip', E: 'carried', n: 'carried', A: 'carried', O: 'carried' },
    slips: { S: 'dropped-factor' },
  },
  {
    family: 'attention',
    id: 'weights not divided by their sum',
    declared: attention,
    answers: attentionPaper({ A: () => attentionE() }),
    expect: { S: 'correct', E: 'correct', n: 'correct', A: 'slip', O: 'carried' },
  },
  {
    family: 'batch-norm',
    id: 'right',
    declared: batchNorm,
    answers: batchNormPaper({}),
    expect: { mu: 'correct', s: 'correct', N: 'correct', Y: 'correct' },
  },
  {
    family: 'batch-norm',
    id: 'sums for the means',
    declared: batchNorm,
    answers: batchNormPaper({ mu: (right) => each(right, (x) => x * 3) }),
    expect: { mu: 'slip', D: 'carried', s: 'carried', N: 'carried', Y: 'carried' },
    slips: { mu: 'dropped-factor' },
  },
  {
    family: 'batch-norm',
    id: 'no root of the variance',
    declared: batchNorm,
    answers: batchNormPaper({ N: () => batchNormNoRoot() }),
    expect: { s: 'correct', N: 'slip', Y: 'carried' },
    slips: { N: 'skipped-step' },
  },
  {
    family: 'batch-norm',
    id: 'shift left out',
    declared: batchNorm,
    answers: batchNormPaper({ Y: (right) => each(right, (x, _, j) => x - at(numbers(batchNorm.givens.beta), 0, j)) }),
    expect: { N: 'correct', Y: 'slip' },
    slips: { Y: 'dropped-term' },
  },
  {
    family: 'rnn-step',
    id: 'right',
    declared: recurrent,
    answers: recurrentPaper({}),
    expect: { z: 'correct', h1: 'correct', h2: 'correct' },
  },
  {
    family: 'rnn-step',
    id: 'weights transposed',
    declared: recurrent,
    answers: recurrentPaper({
      z: (right) =>
        each(right, (x, i) => x - at(times(numbers(square), h0), i, 0) + at(times(turned(numbers(square)), h0), i, 0)),
    }),
    expect: { z: 'slip', h1: 'carried', z2: 'carried', h2: 'carried' },
    slips: { z: 'transposed' },
  },
  {
    family: 'rnn-step',
    id: 'sigmoid for tanh',
    declared: recurrent,
    answers: recurrentPaper({ h1: (right) => each(right, (x) => 1 / (1 + Math.exp(-Math.atanh(x)))) }),
    expect: { z: 'correct', h1: 'slip', z2: 'carried', h2: 'carried' },
    slips: { h1: 'wrong-function' },
  },
];

function attentionE(): Rows {
  return JSON.parse(attentionPaper({}).E ?? '[]');
}

function batchNormNoRoot(): Rows {
  const { D = '[]', s = '[]' } = batchNormPaper({});
  const variances: Rows = JSON.parse(s);
  return each(JSON.parse(D), (x, _, j) => x / (at(variances, 0, j) + 0.01));
}

describe('families on arrays', () => {
  it.each(papers)('$family: $id', ({ declared, answers, expect: verdicts, slips }) => {
    const one: Case = { id: 'case', answers, expect: verdicts, ...(slips && { slips }) };
    expect(failuresOf(defineProblem(declared), one)).toEqual([]);
  });
});
