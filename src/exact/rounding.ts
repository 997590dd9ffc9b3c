import { held, type Interval, join } from './interval.ts';

/** How the question says to round. `every-step`: each line as it is written; `end`: only the answer; `exact`: not at all. */
export type Rounding =
  | { readonly places: number; readonly when: 'every-step' | 'end' }
  | { readonly significant: number }
  | { readonly exact: true }
  | { readonly unstated: true };

/**
 * Where a rounding may fall: the number of places at which a value of this size is rounded, or undefined where it is
 * not rounded at all.
 */
export type Grid = (size: number) => number | undefined;

export const unrounded: Grid = () => undefined;
export const placesGrid =
  (places: number): Grid =>
  () =>
    places;

/** Rounding to significant digits: the places depend on the size. */
export const significantGrid =
  (digits: number): Grid =>
  (size) =>
    size === 0 ? undefined : digits - 1 - Math.floor(Math.log10(Math.abs(size)) + 1e-12);

const largest = 2 ** 53;
const tie = (scaled: number): number => 1e-9 + Math.abs(scaled) * 4e-16;

const furthest = 60;
const powers = Float64Array.from({ length: 2 * furthest + 1 }, (_, i) => 10 ** (i - furthest));

/** A power of ten; those that are common are kept, because floats take long to raise. */
export const tenTo = (exponent: number): number => powers[exponent + furthest] ?? 10 ** exponent;

/** Half a unit of the last of `places` places. */
export const half = (places: number): number => 0.5 * tenTo(-places);

/**
 * The interval joined with everything its values may be rounded to, half up or half to even. Rounding is monotone, so
 * rounding the two ends is enough. Values too large for their last place to matter are left alone.
 */
export function rounded(x: Interval, grid: Grid): Interval {
  const size = Math.max(Math.abs(x.lo), Math.abs(x.hi));
  const places = grid(size);
  if (places === undefined) return x;
  const scale = tenTo(places);
  if (!(size * scale < largest)) return x;
  const low = Math.ceil(x.lo * scale - 0.5 - tie(x.lo * scale)) / scale;
  const high = Math.floor(x.hi * scale + 0.5 + tie(x.hi * scale)) / scale;
  return join(x, held({ lo: low, hi: high }));
}
