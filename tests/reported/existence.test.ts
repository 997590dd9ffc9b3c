import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { type ClassRates, existence } from '../../src/reported/existence.ts';

const rate = (above: number, below: number, places: number) => {
  const value = new Decimal(below === 0 ? 0 : new Decimal(above).div(below).toFixed(places));
  return { text: value.toFixed(places), value, places, exact: false };
};

/** The rates of a confusion matrix whose rows are the true classes. */
function ratesOf(matrix: readonly (readonly number[])[], places: number): ClassRates[] {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return matrix.map((row, i) => ({
    label: String(i),
    support: sum(row),
    recall: rate(row[i] ?? 0, sum(row), places),
    precision: rate(row[i] ?? 0, sum(matrix.map((one) => one[i] ?? 0)), places),
  }));
}

const matrices = fc
  .integer({ min: 2, max: 5 })
  .chain((n) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
  );

describe('a table of precision and recall', () => {
  it('of a real matrix is possible, at any number of places', () =>
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 6 }), (matrix, places) => {
        fc.pre(matrix.every((row) => row.some((n) => n > 0)));
        return existence(ratesOf(matrix, places)).exists;
      }),
    ));

  it('names the class whose recall cannot be', () => {
    const [first, ...rest] = ratesOf(
      [
        [9, 1],
        [2, 8],
      ],
      4,
    );
    if (!first) throw new Error('no class');
    const wrong = { ...first, recall: rate(91, 100, 4) };
    expect(existence([wrong, ...rest])).toEqual({ exists: false, label: '0', of: 'recall' });
  });

  it('says when the classes are possible and the table is not', () => {
    const classes = ratesOf(
      [
        [9, 1],
        [2, 8],
      ],
      4,
    );
    const shifted = classes.map((one) => ({ ...one, precision: rate(9, 9, 4) }));
    expect(existence(shifted)).toMatchObject({ exists: false });
  });
});
