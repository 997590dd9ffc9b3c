import type { Confusion } from './confusion.ts';

/**
 * Numbers of all classes together: `rightShare`, `wrongShare`, `leastSupport`, `mostSupport`, and of precision, recall and F1
 * the best, the worst, the plain mean and the mean by examples: `bestRecall`, `worstF1`, `macroPrecision`, `weightedF1`.
 */
export function ratesOf({ classes, count, support, taken, trace, total }: Confusion): Record<string, number> {
  const all = Array.from({ length: classes }, (_, i) => i);
  const share = (right: number, of: number): number => (of === 0 ? 0 : right / of);
  const rates = {
    Precision: all.map((i) => share(count(i, i), taken(i))),
    Recall: all.map((i) => share(count(i, i), support(i))),
    F1: all.map((i) => share(2 * count(i, i), support(i) + taken(i))),
  };
  const mean = (values: readonly number[], weight: (i: number) => number): number =>
    share(
      values.reduce((sum, value, i) => sum + weight(i) * value, 0),
      all.reduce((sum, i) => sum + weight(i), 0),
    );
  const named = Object.entries(rates).flatMap(([name, values]) => [
    [`best${name}`, Math.max(...values)],
    [`worst${name}`, Math.min(...values)],
    [`macro${name}`, mean(values, () => 1)],
    [`weighted${name}`, mean(values, support)],
  ]);
  const supports = all.map(support);
  return {
    ...Object.fromEntries(named),
    rightShare: share(trace, total),
    wrongShare: share(total - trace, total),
    leastSupport: Math.min(...supports),
    mostSupport: Math.max(...supports),
  };
}
