import { type Interval, point } from '../exact/interval.ts';
import { type ClassOutcome, type ClassRates, f1OfClass } from './existence.ts';

/** What may be written of all classes together. */
export type OverallRate = 'precision' | 'recall' | 'f1' | 'support';

type Ways = readonly (readonly ClassOutcome[])[];

/**
 * Every value that a rate over all classes may have, by what the classes may have come out as: `macro` is the plain mean,
 * `weighted` counts each class as often as it has examples, `micro` and `accuracy` count examples. A name that says none
 * of these may be the plain mean or the weighted one.
 */
export function overallRanges(name: string, rate: OverallRate, classes: readonly ClassRates[], ways: Ways): Interval[] {
  const supports = classes.map(({ support }) => support);
  const total = supports.reduce((sum, n) => sum + n, 0);
  if (rate === 'support') return [point(total)];
  const mean = (weights: readonly number[], of: OverallRate): Interval => {
    const all = ways.map((way, i) => way.map((one) => rateOf(one, supports[i] ?? 0, of)));
    const sum = weights.reduce((a, b) => a + b, 0);
    const bound = (pick: (...values: number[]) => number): number =>
      all.reduce((at, values, i) => at + (weights[i] ?? 0) * pick(...values), 0) / sum;
    return { lo: bound(Math.min), hi: bound(Math.max) };
  };
  const plain = supports.map(() => 1);
  if (/^(?:accuracy|micro)/.test(name)) return [mean(supports, 'recall')];
  const both = [mean(plain, 'precision'), mean(plain, 'recall')] as const;
  // Some take the F1 of the mean precision and recall for the mean F1.
  if (name.startsWith('macro')) return [mean(plain, rate), ...(rate === 'f1' ? [harmonic(...both)] : [])];
  if (name.startsWith('weighted')) return [mean(supports, rate)];
  return [mean(plain, rate), mean(supports, rate)];
}

function harmonic(a: Interval, b: Interval): Interval {
  const of = (x: number, y: number): number => (x + y === 0 ? 0 : (2 * x * y) / (x + y));
  return { lo: of(a.lo, b.lo), hi: of(a.hi, b.hi) };
}

function rateOf(outcome: ClassOutcome, support: number, rate: OverallRate): number {
  const { right, taken } = outcome;
  if (rate === 'f1') return f1OfClass(outcome, support);
  const of = rate === 'recall' ? support : taken;
  return of === 0 ? 0 : right / of;
}
