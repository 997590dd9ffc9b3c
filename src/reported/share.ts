import { Decimal } from '../exact/decimal.ts';
import type { Figure } from './window.ts';

/** What a reported share says of a count out of n. */
export interface Attained {
  /** The counts that give the written digits when they are rounded; more than one where few digits are written. */
  readonly counts: readonly number[];
  /** The only count there is gives them by cutting off. */
  readonly cut: boolean;
  /** The counts just below and above, where none fits: what they would be written as. */
  readonly near: readonly { readonly count: number; readonly text: string }[];
}

const mostCounts = 3;

/**
 * The counts k of n whose share k/n is written so, by rounding (either tie rule) or by cutting off. `unit`: what the
 * figure counts in, 1 for shares and 100 for per cent; its digits decide, so 8.37 % fits 228 of 2,724 and nothing of
 * 2,720. Exact decimals throughout.
 */
export function attained(figure: Figure, n: number, unit = 1): Attained {
  const { value, places } = figure;
  const half = new Decimal(10).pow(-places).div(2);
  const scale = new Decimal(n).div(unit);
  const least = Decimal.max(0, value.minus(half).times(scale).ceil()).toNumber();
  const most = Math.min(n, value.plus(half).times(scale).floor().toNumber());
  const counts = span(least, most);
  if (counts.length > 0) return { counts, cut: false, near: [] };
  const first = value.times(scale).ceil();
  const isCut = first.lt(value.plus(half.times(2)).times(scale)) && first.lte(n);
  if (isCut) return { counts: [first.toNumber()], cut: true, near: [] };
  const below = value.times(scale).floor().toNumber();
  const near = [below, below + 1].filter((count) => count >= 0 && count <= n);
  return {
    counts: [],
    cut: false,
    near: near.map((count) => ({ count, text: new Decimal(count).div(scale).toFixed(Math.max(places, 0)) })),
  };
}

function span(from: number, to: number): number[] {
  const length = Math.min(Math.max(0, to - from + 1), mostCounts);
  return Array.from({ length }, (_, i) => from + i);
}
