import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRuns } from '../../src/reported/runs/judge.ts';
import type { ReferenceBand } from '../../src/working/reference-band.ts';

const spec = { split: { train: 8000, test: 1000 } };
const flat = (...accuracies: number[]): ReferenceBand => ({
  spec,
  seeds: accuracies.map((accuracy) => ({ accuracy, chosen: 1, test: { accuracy: [accuracy], loss: [] } })),
});

/** A reported test accuracy against one band. */
function judgeResult(
  band: ReferenceBand,
  value: number,
  { testSize, ...at }: { testSize: number; epochs?: number; trainSize?: number },
) {
  const claim = { of: 'test', measure: 'accuracy', value, images: testSize } as const;
  const { range, ...judged } = judgeRuns([{ band: () => band }], [claim], at);
  return { low: range?.low ?? Number.NaN, high: range?.high ?? Number.NaN, ...judged };
}
const same = (accuracy: number) => flat(...new Array<number>(10).fill(accuracy));

describe('a reported accuracy against reference runs', () => {
  // Quantiles at 0.135 % and 99.865 %, by exact sums of fractions in another program.
  it.each([
    [100, 0.9, 80, 98],
    [20, 0.9, 13, 20],
    [500, 0.97, 472, 495],
    [1000, 0.5, 453, 547],
  ])('adds the sampling error of %i test images to runs that all gave %f', (testSize, accuracy, low, high) => {
    const judged = judgeResult(same(accuracy), accuracy, { testSize });
    expect(Math.round(judged.low * testSize)).toBe(low);
    expect(Math.round(judged.high * testSize)).toBe(high);
  });

  // The logits' mean and standard deviation, times 4.1·√1.1, and back, by another program; 0.0003 is left to sampling.
  it('reaches over the spread of the seeds', () => {
    const spread = flat(0.89, 0.91, 0.89, 0.91, 0.89, 0.91, 0.89, 0.91, 0.89, 0.91);
    const { low, high } = judgeResult(spread, 0.9, { testSize: 1e7 });
    expect(Math.abs(low - 0.84515)).toBeLessThan(0.0005);
    expect(Math.abs(high - 0.93746)).toBeLessThan(0.0005);
  });

  it.each([
    ['inside', 0.9, 1000, 'consistent', /Nothing contradicts 90 %/],
    ['a little off, on few images', 0.86, 100, 'consistent', /10 reference runs lie between 90 % and 90 %/],
    ['as far off, on many images', 0.86, 10000, 'implausible', /86 % lies below .*first weights.*\?$/],
    ['too good', 0.99, 1000, 'implausible', /99 % lies above .*not trained on.*\?$/],
    ['all right', 1, 20, 'consistent', /Nothing contradicts 100 %/],
    ['a percentage taken for a share', 97, 1000, 'implausible', /How is 9700 % to be read\?/],
    ['no number', Number.NaN, 1000, 'implausible', /to be read\?/],
  ] as const)('%s', (_, reported, testSize, verdict, says) => {
    const judged = judgeResult(same(0.9), reported, { testSize });
    expect(judged.verdict).toBe(verdict);
    expect(judged.says).toMatch(says);
  });

  it('looks at the stated epoch, else at all of them', () => {
    const seeds = Array.from({ length: 10 }, () => ({
      test: { accuracy: [0.7, 0.9], loss: [] },
      chosen: 2,
      accuracy: 0.9,
    }));
    const band = { spec, seeds };
    const verdict = (reported: number, epochs?: number) =>
      judgeResult(band, reported, { testSize: 10000, ...(epochs && { epochs }) }).verdict;
    expect([verdict(0.7), verdict(0.8), verdict(0.9), verdict(0.6)]).toEqual([
      'consistent',
      'consistent',
      'consistent',
      'implausible',
    ]);
    expect([verdict(0.7, 1), verdict(0.9, 1)]).toEqual(['consistent', 'implausible']);
    expect([verdict(0.7, 2), verdict(0.9, 2), verdict(0.9, 50)]).toEqual(['implausible', 'consistent', 'consistent']);
  });

  it('says that more training images explain part of a difference', () => {
    const { says } = judgeResult(same(0.8), 0.95, { testSize: 2724, trainSize: 15000 });
    expect(says).toContain('They were trained on 8000 images; more images explain part of a difference.');
  });

  it('never refuses what a reference run itself gave, on any test set', () => {
    const accuracies = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 14 });
    fc.assert(
      fc.property(accuracies, fc.integer({ min: 1, max: 100000 }), (all, testSize) => {
        const { low, high } = judgeResult(flat(...all), 0.5, { testSize });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        for (const accuracy of all) {
          expect(judgeResult(flat(...all), accuracy, { testSize }).verdict).toBe('consistent');
        }
      }),
    );
  });

  it('asks for ten seeds and a test set', () => {
    expect(() => judgeResult(flat(0.9, 0.9), 0.9, { testSize: 10 })).toThrow('a band of 2 seeds; 3 are needed');
    expect(() => judgeResult(same(0.9), 0.9, { testSize: 0 })).toThrow('a test set of 0 images');
  });
});

/** Ten seeds a little apart around these values after each epoch. */
function around(values: { accuracy: number[]; loss: number[] }[], patience?: number): ReferenceBand {
  const seeds = Array.from({ length: 10 }, (_, i) => {
    const off = (i - 4.5) / 1000;
    const series = {
      accuracy: values.map(({ accuracy }) => (accuracy[0] ?? 0) + off),
      loss: values.map(({ loss }) => (loss[0] ?? 0) - off),
    };
    return { accuracy: series.accuracy.at(-1) ?? 0, chosen: values.length, validation: series, test: series };
  });
  return { spec: { split: { train: 8000, validation: 1000, test: 1000 }, ...(patience && { patience }) }, seeds };
}
const epochs = (...pairs: [accuracy: number, loss: number][]) =>
  pairs.map(([accuracy, loss]) => ({ accuracy: [accuracy], loss: [loss] }));

describe('several numbers of one run, and several readings of the question', () => {
  const stated = { band: () => around(epochs([0.5, 2], [0.6, 1.5], [0.72, 1], [0.73, 0.98])) };
  const constant = { when: 'without decay', band: () => around(epochs([0.6, 1.5], [0.78, 0.9], [0.84, 0.64])) };
  const momentum = { when: 'with momentum', band: () => around(epochs([0.8, 0.8], [0.845, 0.5])) };
  const all = [stated, constant, momentum];
  const claims = (accuracy: number, loss?: number) => [
    { of: 'validation', measure: 'accuracy', value: accuracy, images: 1000 } as const,
    ...(loss === undefined
      ? []
      : [{ of: 'validation', measure: 'loss', value: loss, half: 0.005, images: 1000 } as const]),
  ];

  it.each<[id: string, settings: typeof all, claimed: ReturnType<typeof claims>, verdict: string, says: RegExp]>([
    ['as stated', all, claims(0.73, 0.98), 'consistent', /Nothing contradicts a validation accuracy of 73 % with/],
    [
      'what two other readings give',
      all,
      claims(0.84),
      'consistent',
      /as stated does not give 84 %.*runs give without decay \(after 2 to 3 epochs\) or with momentum \(after 1 to 2 epochs\)\. Which was it\?$/,
    ],
    [
      'what only one of them gives, the loss beside it',
      all,
      claims(0.78, 0.9),
      'consistent',
      /It is what runs give without decay \(after 1 to 2 epochs\)\. Which/,
    ],
    [
      'what none gives',
      all,
      claims(0.97),
      'implausible',
      /97 % lies above .* Neither do runs without decay or with momentum give it/,
    ],
    [
      'an accuracy and a loss that each occur, at other times',
      [stated],
      claims(0.73, 2),
      'implausible',
      /never give a validation accuracy of 73 % with a validation loss of 2 at one time: .* taken at one time\?$/,
    ],
    ['a loss below 0', [stated], claims(0.73, -1), 'implausible', /A loss is not negative/],
  ])('%s', (_, settings, claimed, verdict, says) => {
    const judged = judgeRuns(settings, claimed);
    expect(judged.says).toMatch(says);
    expect(judged.verdict).toBe(verdict);
  });

  it('knows that early stopping with patience 3 lets no run end before the fourth epoch', () => {
    const values = epochs([0.6, 1.5], [0.7, 1], [0.8, 0.7], [0.9, 0.4], [0.9, 0.4]);
    const verdict = (patience?: number) => judgeRuns([{ band: () => around(values, patience) }], claims(0.7)).verdict;
    expect([verdict(), verdict(3)]).toEqual(['consistent', 'implausible']);
  });

  it('says nothing of what was not measured', () => {
    const train = { of: 'train', measure: 'loss', value: 9, images: 8000 } as const;
    expect(judgeRuns([stated], [...claims(0.73), train]).verdict).toBe('consistent');
  });

  it('spreads further with fewer seeds', () => {
    const some = (n: number) => flat(...Array.from({ length: n }, (_, i) => 0.9 + 0.002 * (i % 3)));
    const width = (n: number) => {
      const { low, high } = judgeResult(some(n), 0.9, { testSize: 1e6 });
      return high - low;
    };
    expect(width(3)).toBeGreaterThan(2 * width(6));
    expect(width(6)).toBeGreaterThan(width(12));
  });
});

const bandOf = (task: string, run: string): ReferenceBand => {
  const file = new URL(`../../problems/bands/${task}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).bands[run];
};

describe('results that write-ups report', () => {
  it.each([
    ['write-up 000, LeNet after 3000 batches', 'mnist-lenet', 'lenet', 0.97, 500, 'consistent'],
    ['write-up 003, learning rate 0.05, validation', 'notmnist-rates', 'rate-0.05', 0.905, 1000, 'consistent'],
    ['write-up 003, learning rate 0.07, validation', 'notmnist-rates', 'rate-0.07', 0.905, 1000, 'consistent'],
    ['write-up 003, learning rate 0.01, validation', 'notmnist-rates', 'rate-0.01', 0.898, 1000, 'consistent'],
    ['write-up 003, 100 hidden units', 'notmnist-hidden', '100', 0.9104, 2724, 'consistent'],
    ['write-up 003, 500 hidden units', 'notmnist-hidden', '500', 0.9145, 2724, 'consistent'],
    ['write-up 003, 1000 hidden units', 'notmnist-hidden', '1000', 0.9163, 2724, 'consistent'],
    ['write-up 003, 500 hidden units, validation', 'notmnist-hidden', '500', 0.9, 1000, 'consistent'],
    ['write-up 004, 100 hidden units', 'mnist-mlp', '100', 0.9763, 10000, 'consistent'],
    ['write-up 004, 200 hidden units', 'mnist-mlp', '200', 0.98, 10000, 'consistent'],
    ['write-up 004, 1000 hidden units', 'mnist-mlp', '1000', 0.9833, 10000, 'consistent'],
    // Made up: what no such network gives.
    ['a LeNet that is too good', 'mnist-lenet', 'lenet', 0.9985, 10000, 'implausible'],
    ['a LeNet as good as a linear classifier', 'mnist-lenet', 'lenet', 0.92, 10000, 'implausible'],
    ['a training accuracy given as test accuracy', 'notmnist-hidden', '1000', 0.98, 2724, 'implausible'],
    ['guessing', 'notmnist-dropout', 'dropout', 0.1, 1000, 'implausible'],
  ] as const)('%s', (_, task, run, reported, testSize, verdict) => {
    expect(judgeResult(bandOf(task, run), reported, { testSize }).verdict).toBe(verdict);
  });
});

describe('the runs of write-up 003, accuracy and loss together', () => {
  const reading = (rate: string, other?: string) => ({
    ...(other && { when: other }),
    band: () => bandOf('notmnist-readings', other ? `rate-${rate}-${other}` : `rate-${rate}`),
  });
  const row = (accuracy: number, loss: number) => [
    { of: 'validation', measure: 'accuracy', value: accuracy, images: 1000 } as const,
    { of: 'validation', measure: 'loss', value: loss, half: 0.005, images: 1000 } as const,
  ];

  it.each([
    ['model 4', '0.0001', 0.836, 0.63],
    ['model 5', '0.001', 0.865, 0.46],
  ])('%s is what some reading of the recipe gives', (_, rate, accuracy, loss) => {
    const readings = [reading(rate), reading(rate, 'constant'), reading(rate, 'momentum')];
    expect(judgeRuns(readings, row(accuracy, loss)).verdict).toBe('consistent');
  });
});
