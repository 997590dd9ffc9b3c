import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf, confusionOf, perClass } from '../../src/trainer/training/metrics.ts';
import { rateAt, shouldStop } from '../../src/trainer/training/schedule.ts';

describe('StepLR', () => {
  it.each([
    [1, 0.05],
    [5, 0.05],
    [6, 0.005],
    [10, 0.005],
    [11, 0.0005],
  ])('epoch %i has rate %f under (5, 0.1)', (epoch, rate) => {
    expect(rateAt(epoch, 0.05, { every: 5, factor: 0.1 })).toBeCloseTo(rate, 12);
  });

  it('leaves the rate alone without a schedule', () => {
    expect(rateAt(100, 0.05)).toBe(0.05);
  });
});

describe('early stopping with patience 3', () => {
  it.each([
    ['nothing yet', [], false],
    ['still falling', [3, 2, 1], false],
    ['two bad epochs', [1, 2, 2], false],
    ['three bad epochs', [1, 2, 2, 2], true],
    ['a tie is no improvement', [1, 1, 1, 1], true],
    ['a new low starts the count again', [2, 3, 3, 1, 2, 2], false],
    ['a bad epoch that is lower than the one before counts', [1, 4, 3, 2], true],
  ])('%s', (_, losses, stops) => {
    expect(shouldStop(losses, 3)).toBe(stops);
  });

  it('never stops without patience', () => {
    expect(shouldStop([1, 2, 3, 4, 5, 6, 7], undefined)).toBe(false);
  });
});

describe('metrics', () => {
  const confusion = confusionOf([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 0, 0], 3);

  it('counts rows by true class and columns by predicted class', () => {
    expect(confusion).toEqual([
      [2, 1, 0],
      [1, 1, 0],
      [1, 0, 0],
    ]);
    expect(accuracyOf(confusion)).toBeCloseTo(3 / 6, 12);
  });

  it('gives precision and recall, and nothing where there is nothing to divide by', () => {
    expect(perClass(confusion)).toEqual([
      { precision: 2 / 4, recall: 2 / 3 },
      { precision: 1 / 2, recall: 1 / 2 },
      { precision: undefined, recall: 0 },
    ]);
    expect(() => accuracyOf([[0]])).toThrow('accuracy of no predictions');
  });

  it('counts every prediction once', () => {
    const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)));
    fc.assert(
      fc.property(pairs, (all) => {
        const counts = confusionOf(
          all.map(([a]) => a),
          all.map(([, b]) => b),
          4,
        );
        expect(counts.flat().reduce((a, b) => a + b, 0)).toBe(all.length);
      }),
    );
  });
});
