import type { Band } from '../band.ts';
import type { TrainingRecord } from '../record.ts';
import type { Curve, Reported } from './curves.ts';

/** What a page shows beside its records. */
export interface Beside {
  /** The band of a run, where there is one of the same settings. */
  readonly bandOf?: (record: TrainingRecord) => Band | undefined;
  /** Test accuracies that somebody reported, 0 … 1. */
  readonly reported?: readonly number[];
}

/** The least and the greatest of the seeds after each epoch; a run that stopped early stays at what it kept. */
export function bandCurve({ seeds }: Band, of: 'validation' | 'test', measure: 'accuracy' | 'loss'): Curve['band'] {
  const series = seeds.map((seed) => ({ values: seed[of]?.[measure] ?? [], chosen: seed.chosen }));
  if (series.some(({ values }) => values.length === 0)) return undefined;
  const longest = Math.max(...series.map(({ values }) => values.length));
  const at = (epoch: number) => series.map(({ values, chosen }) => values[epoch] ?? values[chosen - 1] ?? Number.NaN);
  const epochs = Array.from({ length: longest }, (_, epoch) => at(epoch));
  return { low: epochs.map((all) => Math.min(...all)), high: epochs.map((all) => Math.max(...all)) };
}

export const percentText = (share: number): string => `${Number((100 * share).toFixed(2))} %`;

/** What was reported as marks: "yours 97 %". */
export const marksOf = ({ reported = [] }: Beside): Reported[] =>
  reported.map((value) => ({ value, text: `yours ${percentText(value)}` }));
