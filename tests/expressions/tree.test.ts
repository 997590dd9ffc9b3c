import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/expressions/plain.ts';
import { print } from '../../src/expressions/print.ts';
import { shapeOf, sites } from '../../src/expressions/sites.ts';
import { exchanged, occurrences, throughout } from '../../src/expressions/throughout.ts';
import {
  call,
  type Expression,
  number,
  product,
  substitute,
  sum,
  symbol,
  symbolsOf,
} from '../../src/expressions/tree.ts';
import { workedOut } from '../../src/expressions/worked-out.ts';

const [a, b, c] = ['a', 'b', 'c'].map(symbol) as [Expression, Expression, Expression];

describe('a sum of sums and a product of products are flat', () => {
  it('with the signs that they have then', () => {
    const inner = sum([
      { negative: false, of: a },
      { negative: true, of: b },
    ]);
    const outer = sum([
      { negative: false, of: c },
      { negative: true, of: inner },
    ]);
    expect(print(outer)).toBe('c - a + b');
  });

  it('with what is divided by', () => {
    const inner = product([
      { inverse: false, of: a },
      { inverse: true, of: b },
    ]);
    const outer = product([
      { inverse: false, of: c },
      { inverse: true, of: inner },
    ]);
    expect(print(outer)).toBe('c/a*b');
  });

  it('and are the one thing that they hold, unless its sign or place says more', () => {
    expect(sum([{ negative: false, of: a }])).toBe(a);
    expect(print(sum([{ negative: true, of: a }]))).toBe('-a');
    expect(product([{ inverse: false, of: a }])).toBe(a);
    expect(print(product([{ inverse: true, of: a }]))).toBe('1/a');
  });
});

it('there is no application of a function that nobody knows', () =>
  expect(() => call('nobody', a)).toThrow('there is no function "nobody"'));

it('the symbols of a formula come in reading order, each once', () =>
  expect(symbolsOf(parseFormula('c*a + sigmoid(b - c)^a'))).toEqual(['c', 'a', 'b']));

it('symbols are put in the place of others at once', () => {
  const by = (name: string): Expression | undefined => ({ a: b, b: parseFormula('a + 1') })[name];
  expect(print(substitute(parseFormula('a*b - max(b, c)^2'), by))).toBe('b*(a + 1) - max(a + 1, c)^2');
});

describe('a symbol replaced wherever it stands', () => {
  it.each<[string, string, Expression, string]>([
    ['a factor of 1 is left out', 'a*b + c', number('1'), 'a + c'],
    ['so is a divisor of 1', 'a/b', number('1'), 'a'],
    ['nothing else is left of a product', 'b*b', number('1'), '1'],
    ['a term of 0 is left out', 'a - b + c', number('0'), 'a + c'],
    ['nothing else is left of a sum', 'b + b', number('0'), '0'],
    ['a factor of 0 stays', 'a*b', number('0'), 'a*0'],
    ['a term of 1 stays', 'a - b', number('1'), 'a - 1'],
    ['a number that was 1 before stays', '1*a + b', number('1'), '1*a + 1'],
    ['in a function and a power', 'sigmoid(b)^b', c, 'sigmoid(c)^c'],
    ['a sum among factors', 'a*b', parseFormula('a + c'), 'a*(a + c)'],
    ['by itself', 'b', c, 'c'],
  ])('%s: %s', (_, formula, by, printed) => expect(print(throughout(parseFormula(formula), 'b', by))).toBe(printed));

  it('leaves the rest the same, so that what is known of it holds', () => {
    const tree = parseFormula('a*c + 2');
    expect(throughout(tree, 'b', c)).toEqual(tree);
    expect(throughout(a, 'b', c)).toBe(a);
  });

  it('and two exchanged', () => expect(print(exchanged(parseFormula('a*b - a/c'), 'a', 'b'))).toBe('b*a - b/c'));

  it.each([
    ['a*b + sigmoid(a)^a', 3],
    ['b', 0],
    ['a', 1],
  ])('is counted in %s', (formula, count) => expect(occurrences(parseFormula(formula), 'a')).toBe(count));
  it('is in no formula that there is not', () => expect(occurrences(undefined, 'a')).toBe(0));
});

describe('the places of a formula', () => {
  const tree = parseFormula('a*floor(b + 1) - c^2');
  const found = sites(tree);

  it('come root first, with their way from there', () => {
    expect(found.map(({ node, path }) => [path, print(node)])).toEqual([
      ['', 'a*floor(b + 1) - c^2'],
      ['0', 'a*floor(b + 1)'],
      ['0.0', 'a'],
      ['0.1', 'floor(b + 1)'],
      ['0.1.0', 'b + 1'],
      ['0.1.0.0', 'b'],
      ['0.1.0.1', '1'],
      ['1', 'c^2'],
      ['1.0', 'c'],
      ['1.1', '2'],
    ]);
  });

  it('know what is rounded', () =>
    expect(found.filter(({ rounded }) => rounded).map(({ path }) => path)).toEqual(['0.1.0', '0.1.0.0', '0.1.0.1']));

  it.each([
    ['', 'x'],
    ['0.1.0.1', 'a*floor(b + x) - c^2'],
    ['1', 'a*floor(b + 1) - x'],
    ['1.1', 'a*floor(b + 1) - c^x'],
  ])('with another there: %s', (at, printed) => {
    const site = found.find(({ path }) => path === at);
    expect(site && print(site.replace(symbol('x')))).toBe(printed);
  });
});

describe('lines of one shape', () => {
  const same = (one: string, other: string): boolean => shapeOf(parseFormula(one)) === shapeOf(parseFormula(other));
  it.each([
    ['x1*w1 + x2*w2', 'a1*w5 + a2*w6', true],
    ['sigmoid(z1)', 'sigmoid(z2)', true],
    ['a - b', 'a + b', false],
    ['a/b', 'a*b', false],
    ['2*a', '3*a', false],
    ['a^2', 'b^2', true],
    ['a^2', 'a^3', false],
    ['sigmoid(a)', 'tanh(a)', false],
    ['max(a, b)', 'max(a, b, c)', false],
    ['(a + b)*c', 'a + b*c', false],
  ])('%s and %s: %s', (one, other, is) => expect(same(one, other)).toBe(is));
});

describe('worked from left to right, every result but the last kept to one place', () => {
  const values: Record<string, number> = { a: 1.26, b: 2, c: 3, d: 0.37 };
  const toOne = (x: number): number => Math.round(x * 10) / 10;
  it.each([
    ['a', 1.26],
    ['1.26', 1.26],
    // 2.52 -> 2.5
    ['a*b*c', 7.5],
    // 0.63 -> 0.6
    ['a/b*c', 1.8],
    ['a*b', 2.52],
    // 3.26 -> 3.3; 3.3 - 0.37
    ['a + b - d', 2.93],
    // 2.52 -> 2.5, 1.11 -> 1.1
    ['a*b - c*d', 1.4],
    // 1.63 -> 1.6
    ['(a + d)^2', 2.56],
    // 0.74 -> 0.7
    ['2^(b*d)', 2 ** 0.7],
    // 3.78 -> 3.8
    ['max(a*c, c)', 3.8],
    ['-a', -1.26],
    // 1 - 1.26 = -0.26 -> -0.3
    ['a*(1 - a)', -0.378],
  ])('%s', (formula, value) => {
    const tree = parseFormula(formula);
    expect(workedOut(tree, (name) => values[name] ?? Number.NaN, toOne)).toBeCloseTo(value, 12);
  });

  it('what is kept of a part of a sum or product is of no node', () => {
    const kept: (string | undefined)[] = [];
    workedOut(
      parseFormula('a*b*c + d'),
      (name) => values[name] ?? Number.NaN,
      (value, node) => {
        kept.push(node && print(node));
        return value;
      },
    );
    expect(kept).toEqual([undefined, 'a*b*c']);
  });
});
