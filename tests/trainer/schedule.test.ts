import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/trainer/spec.ts';
import { accuracyOf, confusionOf, perClass } from '../../src/trainer/training/metrics.ts';
import { rateAt, shouldStop } from '../../src/trainer/training/schedule.ts';
import type { Epoch } from '../../src/trainer/training/state.ts';

/** So many epochs behind, with these validation losses. */
const past = (losses: readonly number[]) =>
  losses.map((loss) => ({ validation: { loss, accuracy: 0 } })) as unknown as Epoch[];

describe('the learning rate', () => {
  const falling = Array.from({ length: 20 }, (_, i) => 20 - i);
  it.each<[id: string, schedule: Schedule | undefined, epoch: number, rate: number]>([
    ['no schedule', undefined, 20, 0.05],
    ['StepLR (5, 0.1)', { every: 5, factor: 0.1 }, 1, 0.05],
    ['StepLR (5, 0.1)', { every: 5, factor: 0.1 }, 5, 0.05],
    ['StepLR (5, 0.1)', { every: 5, factor: 0.1 }, 6, 0.005],
    ['StepLR (5, 0.1)', { every: 5, factor: 0.1 }, 10, 0.005],
    ['StepLR (5, 0.1)', { every: 5, factor: 0.1 }, 11, 0.0005],
    ['after epochs 2 and 4', { after: [2, 4], factor: 0.5 }, 2, 0.05],
    ['after epochs 2 and 4', { after: [2, 4], factor: 0.5 }, 3, 0.025],
    ['after epochs 2 and 4', { after: [2, 4], factor: 0.5 }, 5, 0.0125],
    ['cosine to 0.01 over 20', { cosine: 0.01 }, 1, 0.05],
    ['cosine to 0.01 over 20', { cosine: 0.01 }, 11, 0.03],
    // 0.01 + 0.04·(1 + cos(π/4))/2
    ['cosine to 0.01 over 20', { cosine: 0.01 }, 6, 0.0441421356],
  ])('%s, %j: epoch %i has %f', (_, schedule, epoch, rate) => {
    const spec = { rate: 0.05, epochs: 20, ...(schedule && { schedule }) };
    expect(rateAt(spec, past(falling.slice(0, epoch - 1)))).toBeCloseTo(rate, 9);
  });

  // As ReduceLROnPlateau with threshold 0: one bad epoch more than the patience cuts it, and the count starts again.
  it.each([
    ['falling', [3, 2, 1], 0],
    ['as many bad epochs as patience', [1, 2, 2], 0],
    ['one more', [1, 2, 2, 2], 1],
    ['a tie is bad', [1, 1, 1, 1], 1],
    ['twice', [1, 2, 2, 2, 2, 2, 2], 2],
    ['a new low starts the count again', [2, 3, 3, 1, 2, 2], 0],
  ])('is cut on a plateau of 2: %s', (_, losses, cuts) => {
    const spec = { rate: 1, epochs: 20, schedule: { plateau: 2, factor: 0.1 } };
    expect(rateAt(spec, past(losses))).toBeCloseTo(0.1 ** cuts, 12);
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
