import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFunction } from '../../src/expressions/functions/index.ts';
import { compare } from '../../src/formulas/compare.ts';
import type { Names } from '../../src/formulas/names.ts';
import { notations } from '../../src/formulas/notation.ts';
import { print } from '../../src/formulas/print.ts';
import { type Formula, number, symbol, transpose } from '../../src/formulas/tree.ts';
import { NotWritten } from '../../src/formulas/write/not-written.ts';

const names: Names = {
  names: [
    ...['x', 'yhat', 'w1', 'eta'].map((name) => ({ name, shape: ['1', '1'] as const })),
    { name: 'W', shape: ['n', 'm'] },
    { name: 'G', shape: ['n', 'm'] },
    { name: 'v', shape: ['m', '1'] },
    { name: 'dL_dy', shape: ['n', '1'] },
  ],
  indices: { i: 'n', j: 'm' },
  reductions: true,
};

type Dim = '1' | 'n' | 'm';
const size = (dim: Dim): Formula => (dim === '1' ? number('1') : symbol(`#${dim}`));
const factor = (of: Formula, inverse = false) => ({ inverse, of });
const scalar = (depth: number) => tree('1', '1', depth);
const call = (name: string, ...args: Formula[]): Formula => ({
  kind: 'call',
  fn: findFunction(name, []) as never,
  args,
});

/** Formulas of a shape, of every kind of node that has one meaning by itself. */
function tree(rows: Dim, columns: Dim, depth: number): fc.Arbitrary<Formula> {
  const own = names.names.filter(({ shape }) => shape[0] === rows && shape[1] === columns);
  const leaves: fc.Arbitrary<Formula>[] = own.map(({ name }) => fc.constant(symbol(name)));
  if (rows === '1' && columns === '1')
    leaves.push(fc.constantFrom('2', '0.5', '13', '1.5e3').map(number), fc.constant(symbol('#n')));
  const isEmpty = leaves.length === 0;
  if (isEmpty) leaves.push(fc.constant({ kind: 'repeat', of: number('2'), down: size(rows), across: size(columns) }));
  if (depth === 0) return fc.oneof(...leaves);
  const same = tree(rows, columns, depth - 1);
  const pair = fc.tuple(same, same);
  const dim = fc.constantFrom<Dim>('n', 'm');
  const all: fc.Arbitrary<Formula>[] = [
    ...leaves,
    fc.tuple(pair, fc.boolean(), fc.boolean()).map(([[a, b], first, second]) => ({
      kind: 'sum',
      terms: [
        { negative: first, of: a },
        { negative: second, of: b },
      ],
    })),
    dim.chain((inner) =>
      fc
        .tuple(tree(rows, inner, depth - 1), tree(inner, columns, depth - 1))
        .map(([a, b]): Formula => ({ kind: 'product', factors: [factor(a), factor(b)] })),
    ),
    fc.tuple(scalar(depth - 1), same).map(([a, b]): Formula => ({ kind: 'product', factors: [factor(a), factor(b)] })),
    fc
      .tuple(same, scalar(depth - 1))
      .map(([a, b]): Formula => ({ kind: 'product', factors: [factor(a), factor(b, true)] })),
    pair.map(([left, right]): Formula => ({ kind: 'cellwise', op: '*', left, right })),
    same.map((left): Formula => ({ kind: 'cellwise', op: '^', left, right: number('2') })),
    fc.constantFrom('exp', 'tanh', 'relu').chain((name) => same.map((of) => call(name, of))),
    pair.map(([a, b]) => call('max', a, b)),
    tree(columns, rows, depth - 1).map(transpose),
    fc.tuple(pair, fc.constantFrom('<', '>=', '=', '!=')).map(
      ([[left, right], op]): Formula => ({
        kind: 'compare',
        op: op as '<',
        left,
        right,
      }),
    ),
    fc.tuple(pair, pair).map(
      ([[a, b], [left, right]]): Formula => ({
        kind: 'cases',
        cases: [{ of: a, when: { kind: 'compare', op: '>', left, right } }, { of: b }],
      }),
    ),
    fc.tuple(same, fc.boolean()).map(
      ([of, down]): Formula => ({
        kind: 'reshape',
        of,
        rows: size(rows),
        columns: size(columns),
        ...(down && { down }),
      }),
    ),
  ];
  if (rows === '1' && columns === '1') {
    const base = scalar(depth - 1);
    all.push(
      base.map((of): Formula => ({ kind: 'power', base: of, exponent: number('3') })),
      tree('n', 'm', depth - 1).map((of): Formula => ({ kind: 'reduce', op: 'sum', of })),
      tree('n', 'm', depth - 1).map((of): Formula => ({ kind: 'at', of, indices: [number('2'), number('1')] })),
      tree('m', '1', depth - 1).map(
        (of): Formula => ({
          kind: 'fold',
          op: 'sum',
          index: 'j',
          to: symbol('#m'),
          of: { kind: 'at', of, indices: [symbol('j')] },
        }),
      ),
      base.map(
        (of): Formula => ({
          kind: 'fold',
          op: 'product',
          index: 'k',
          to: number('3'),
          where: { kind: 'compare', op: '!=', left: symbol('k'), right: number('2') },
          of,
        }),
      ),
    );
  }
  if (rows === '1')
    all.push(tree('n', columns, depth - 1).map((of): Formula => ({ kind: 'reduce', op: 'mean', axis: 0, of })));
  if (columns === '1')
    all.push(
      tree(rows, 'm', depth - 1).map((of): Formula => ({ kind: 'reduce', op: 'max', axis: 1, of })),
      tree(rows, 'm', depth - 1).map(
        (of): Formula => ({
          kind: 'slice',
          of,
          rows: {},
          columns: { from: number('2'), to: number('2') },
        }),
      ),
    );
  if (columns !== '1') all.push(same.map((of): Formula => ({ kind: 'softmax', axis: 0, of })));
  return fc.oneof(...all);
}

const formulas = fc
  .tuple(fc.constantFrom<Dim>('1', 'n', 'm'), fc.constantFrom<Dim>('1', 'n', 'm'))
  .chain(([rows, columns]) => tree(rows, columns, 2));

/** Found once in about twenty thousand: an index behind an array in which no name stands was read as a factor. */
const nameless: Formula = {
  kind: 'at',
  of: { kind: 'transpose', of: { kind: 'repeat', of: number('2'), down: symbol('#m'), across: symbol('#n') } },
  indices: [number('2'), number('1')],
};

describe.each(Object.entries(notations))('%s', (id, { read, write }) => {
  it('reads what it writes as the same', () => {
    let written = 0;
    const isSame = (formula: Formula): void => {
      let text: string;
      try {
        text = write(formula, names);
      } catch (error) {
        if (error instanceof NotWritten) return;
        throw error;
      }
      written++;
      const back = read(text, names);
      if (!back.ok) throw new Error(`${text}: ${back.reason} at ${back.at}`);
      const tree = back.sides[0]?.tree as Formula;
      if (print(tree) === print(formula)) return;
      // Undecided: neither has a value anywhere, as 1/(x - x).
      const { kind } = compare(tree, formula, names, { wide: true });
      if (kind !== 'equal' && kind !== 'undecided')
        throw new Error(`${text}: ${kind}, for ${print(formula)}, read ${print(tree)}`);
    };
    fc.assert(fc.property(formulas, isSame), { numRuns: 400, examples: [[nameless]] });
    expect(written).toBeGreaterThan(id === 'latex' || id === 'plain' ? 399 : 200);
  });
});
