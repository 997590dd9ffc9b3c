import type { TrainingRecord } from './record.ts';
import type { Spec } from './spec.ts';
import type { Score } from './training/state.ts';

/** What was measured after each epoch: accuracies are 0 … 1, losses mean cross-entropies in nats. */
export interface Series {
  readonly accuracy: readonly number[];
  readonly loss: readonly number[];
}

/** What one seed gave. */
export interface SeedResult {
  readonly seed: number;
  /** On the test set, of the weights that were kept. */
  readonly accuracy: number;
  /** The epoch of those weights, from 1; 0 is the untrained network. */
  readonly chosen: number;
  readonly ending: string;
  /** Over the batches of each epoch as they were trained on. */
  readonly train: Series;
  readonly validation?: Series;
  readonly test: Series;
}

/** Five numbers that say how the seeds spread: the least, the quartiles and the greatest. */
type Quantiles = readonly [least: number, lower: number, median: number, upper: number, greatest: number];

/** What honest runs of one spec gave. */
export interface Band {
  /** The seed is left out: it is what varies. */
  readonly spec: Omit<Spec, 'seed'>;
  readonly quantiles: Quantiles;
  readonly seeds: readonly SeedResult[];
}

/** The bands of a task, as kept in a file. */
export interface BandFile {
  readonly version: 2;
  readonly task: string;
  readonly title: string;
  readonly data: { readonly name: string; readonly sha256: string };
  readonly engine: TrainingRecord['engine'];
  readonly bands: Readonly<Record<string, Band>>;
}

/** The quantile of sorted values by linear interpolation (Hyndman and Fan's type 7); `share` is 0 … 1. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile of no values');
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

// Accuracies of at most a million images need no more places, and 0.1 + 0.2 should not show in a file.
const tidy = (value: number) => Number(value.toFixed(6));

const series = (scores: readonly Score[]): Series => ({
  accuracy: scores.map(({ accuracy }) => tidy(accuracy)),
  loss: scores.map(({ loss }) => Number(loss.toPrecision(5))),
});

/** What a band keeps of a record. */
export function seedResult({ spec, epochs, test, chosen, ending }: TrainingRecord): SeedResult {
  const validation = epochs.flatMap((epoch) => epoch.validation ?? []);
  return {
    seed: spec.seed,
    accuracy: tidy(test.accuracy),
    chosen,
    ending,
    train: series(epochs.map((epoch) => epoch.train)),
    ...(validation.length > 0 && { validation: series(validation) }),
    test: series(epochs.map((epoch) => epoch.test)),
  };
}

/** The band of some seeds' results. */
export function bandOf({ seed: _, ...spec }: Spec, results: readonly SeedResult[]): Band {
  const seeds = [...results].sort((a, b) => a.seed - b.seed);
  const sorted = seeds.map(({ accuracy }) => accuracy).sort((a, b) => a - b);
  const at = (share: number) => tidy(quantile(sorted, share));
  return { spec, quantiles: [at(0), at(0.25), at(0.5), at(0.75), at(1)], seeds };
}
