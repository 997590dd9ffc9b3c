import { Decimal } from '../../exact/decimal.ts';
import type { Result } from '../../records/result.ts';
import { isMarked } from './papers.ts';
import type { HistogramView } from './view.ts';

/** The scores of the marked papers, lowest first. */
export const scoresOf = (results: readonly Result[]): Decimal[] =>
  results
    .filter(isMarked)
    .map(({ score }) => new Decimal(score))
    .sort((a, b) => a.cmp(b));

/** The value with `share` of the sorted scores below it, between two neighbours in proportion; at most one place. */
export function quantile(scores: readonly Decimal[], share: number): Decimal {
  const at = (scores.length - 1) * share;
  const [low, high] = [scores[Math.floor(at)] ?? new Decimal(0), scores[Math.ceil(at)] ?? new Decimal(0)];
  return high
    .minus(low)
    .times(at - Math.floor(at))
    .plus(low)
    .toDecimalPlaces(1);
}

const widths = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const mostBins = 10;

/** The papers by score in at most ten columns; undefined where fewer than two papers were marked. */
export function histogramOf(results: readonly Result[]): HistogramView | undefined {
  const scores = scoresOf(results).map(Number);
  const outOf = Math.max(0, ...results.filter(isMarked).map((result) => Number(result.outOf)));
  const [lowest] = scores;
  if (scores.length < 2 || lowest === undefined || outOf === 0) return undefined;
  const median = Number(quantile(scoresOf(results), 0.5));
  const width = widths.find((w) => Math.ceil((outOf - startOf(lowest, w) + 0.01) / w) <= mostBins) ?? outOf;
  const bins = binsOf(scores, startOf(lowest, width), width, outOf, median);
  const text = bins.filter(({ n }) => n > 0).map(({ n, label }) => `${n} with ${label}`);
  return { outOf: String(outOf), median: String(median), text: text.join(', '), bins };
}

const startOf = (lowest: number, width: number): number => Math.floor(lowest / width) * width;

function binsOf(
  scores: readonly number[],
  start: number,
  width: number,
  outOf: number,
  median: number,
): HistogramView['bins'] {
  const count = Math.floor((outOf - start) / width) + 1;
  const bins = Array.from({ length: count }, (_, i) => {
    const [from, to] = [start + i * width, start + (i + 1) * width];
    const n = scores.filter((score) => score >= from && score < to).length;
    const last = Math.min(outOf, to - 1);
    const label = width === 1 || last <= from ? String(from) : `${from}–${last}`;
    return { label, n, holds: median >= from && median < to };
  });
  const most = Math.max(1, ...bins.map(({ n }) => n));
  return bins.map((bin) => ({ ...bin, share: Math.round((1000 * bin.n) / most) / 10 }));
}
