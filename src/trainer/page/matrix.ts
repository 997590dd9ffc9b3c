import type { TrainingRecord } from '../record.ts';
import { perClass } from '../training/metrics.ts';

const depths = 4;

/**
 * The counts at which a deeper colour begins, the same for all runs of a page: each so many times the one before, or a
 * single large count would leave all others pale.
 */
export function scaleOf(records: readonly TrainingRecord[]): number[] {
  const wrong = records.flatMap(({ test }) => test.confusion.flatMap((row, i) => row.filter((_, k) => k !== i)));
  const most = Math.max(1, ...wrong);
  const scale = [1];
  for (let i = 1; i < depths; i += 1)
    scale.push(Math.max((scale[i - 1] as number) + 1, Math.round(most ** (i / depths))));
  return scale;
}

/** The steps of the scale for the legend, the last one open. */
export const legendOf = (scale: readonly number[]) =>
  scale.map((from, i) => {
    const next = scale[i + 1];
    return {
      depth: i + 1,
      text: next === undefined ? `${from} and more` : from === next - 1 ? `${from}` : `${from} to ${next - 1}`,
    };
  });

const share = (value: number | undefined) => (value === undefined ? '–' : `${(100 * value).toFixed(1)} %`);

/** The rows of a confusion matrix; a cell whose images are shown leads to them. */
export function matrixOf({ test, data, pictures }: TrainingRecord, run: number, scale: readonly number[]) {
  const scores = perClass(test.confusion);
  const shown = new Set(pictures.mistakes.map(({ label, predicted }) => `${label}-${predicted}`));
  return test.confusion.map((row, i) => ({
    name: data.classes[i],
    cells: row.map((count, k) => ({
      count,
      right: i === k,
      depth: i === k ? 0 : scale.filter((from) => count >= from).length,
      title: `${data.classes[i]} taken for ${data.classes[k]}`,
      link: shown.has(`${i}-${k}`) ? `run-${run}-${i}-${k}` : '',
    })),
    recall: share(scores[i]?.recall),
    precision: share(scores[i]?.precision),
  }));
}
