import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/expressions/plain.ts';
import { print } from '../../src/expressions/print.ts';
import { type Expression, number, power, product, sum, symbol } from '../../src/expressions/tree.ts';
import { tree } from '../support/trees.ts';

it('reading what was printed gives the same tree', () => {
  fc.assert(
    fc.property(tree, (t) => {
      expect(parseFormula(print(t))).toEqual(t);
    }),
    { numRuns: 500 },
  );
});

describe('no more brackets than are needed', () => {
  const [a, b] = [symbol('a'), symbol('b')];
  const minus = (of: Expression): Expression => sum([{ negative: true, of }]);
  const times = (...list: Expression[]): Expression => product(list.map((of) => ({ inverse: false, of })));
  const cases: [string, Expression, string][] = [
    [
      'a product in a sum',
      sum([
        { negative: false, of: times(a, b) },
        { negative: true, of: number('1') },
      ]),
      'a*b - 1',
    ],
    ['a negative factor', times(a, minus(b)), 'a*(-b)'],
    ['a negative base', power(minus(a), number('2')), '(-a)^2'],
    ['a negative exponent', power(a, minus(b)), 'a^(-b)'],
    [
      'a product below the line',
      product([
        { inverse: false, of: a },
        { inverse: true, of: times(a, b) },
      ]),
      'a/a/b',
    ],
    [
      'nothing above the line',
      product([
        { inverse: true, of: a },
        { inverse: false, of: b },
      ]),
      '1/a*b',
    ],
  ];
  it.each(cases)('%s', (_, t, text) => expect(print(t)).toBe(text));
});
