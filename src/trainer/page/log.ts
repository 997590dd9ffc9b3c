import type { TrainingRecord } from '../record.ts';

/** The training log in the form that homework shows: a line every so many batches, a test accuracy every epoch. */
export function logText({ log, epochs, spec }: Pick<TrainingRecord, 'log' | 'epochs' | 'spec'>): string {
  const perEpoch = Math.ceil((spec.shown ?? spec.split.train) / spec.batch);
  return epochs
    .flatMap(({ epoch, test }) => {
      const own = log.filter(({ batch }) => Math.ceil(batch / perEpoch) === epoch);
      const lines = own.map((l) => `cost = ${l.loss.toFixed(6)} training_percent = ${l.accuracy.toFixed(6)}`);
      return [...lines, `test accuracy: ${test.accuracy.toFixed(6)}`, ''];
    })
    .join('\n');
}
