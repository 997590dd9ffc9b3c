import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../src/trainer/training/network.ts';
import { symmetryOf } from '../../src/trainer/training/symmetry.ts';

const dense = (units: number) => networkOf([{ type: 'dense', units, activation: 'relu' }], [1, 2, 1], 2);

describe('units of the first layer', () => {
  // Weights of two inputs, a row for each input and a column for each unit.
  it.each([
    ['all equal, none moved', [0, 0, 0, 0], [0, 0, 0, 0], { units: 2, distinct: 1, moved: 0 }],
    ['all equal and moved', [0, 0, 0, 0], [1, 1, 2, 2], { units: 2, distinct: 1, moved: 2 }],
    ['one moved by its last weight', [0, 0, 0, 0], [0, 0, 0, 3], { units: 2, distinct: 2, moved: 1 }],
    ['equal in the first row only', [0, 0, 0, 0, 0, 0], [1, 1, 1, 2, 3, 2], { units: 3, distinct: 2, moved: 3 }],
    ['equal as sets, not as columns', [0, 0, 0, 0], [1, 2, 2, 1], { units: 2, distinct: 2, moved: 2 }],
    ['0 and −0', [0, 0, 0, 0], [0, -0, -0, 0], { units: 2, distinct: 1, moved: 0 }],
    ['apart by less than products differ by', [0, 0, 0, 0], [1, 1.000001, 1, 1], { units: 2, distinct: 1, moved: 2 }],
  ])('%s', (_, before, after, expected) => {
    const units = before.length / 2;
    expect(symmetryOf(dense(units), [Float32Array.from(before)], [Float32Array.from(after)])).toEqual(expected);
  });

  it('are counted as a set of columns counts them', () => {
    const weights = fc.array(fc.constantFrom(0, 1, 2), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(weights, (values) => {
        const columns = new Set(Array.from({ length: 6 }, (_, c) => `${values[c]} ${values[6 + c]}`));
        const start = new Float32Array(12);
        expect(symmetryOf(dense(6), [start], [Float32Array.from(values)])?.distinct).toBe(columns.size);
      }),
    );
  });

  it('are not looked for in a convolution', () => {
    const layers = [{ type: 'conv', filters: 1, kernel: 1, padding: 'valid', activation: 'relu' }] as const;
    const weights = [Float32Array.of(0)];
    expect(symmetryOf(networkOf(layers, [1, 2, 1], 2), weights, weights)).toBeUndefined();
  });
});
