import type { Decimal } from '../exact/decimal.ts';
import { type Interval, point } from '../exact/interval.ts';
import type { Written } from '../exact/written.ts';

/** A number as it was reported: the digits, and every value that they may be the rounding of. */
export interface Figure {
  readonly text: string;
  readonly value: Decimal;
  readonly places: number;
  /** Nothing was rounded: a count, a fraction. */
  readonly exact: boolean;
}

export const figureOf = ({ text, value, places, exact }: Written): Figure => ({ text, value, places, exact });

/** Half a unit of the last written place to either side, closed: both tie rules are in use. */
export function window({ value, places, exact }: Figure): Interval {
  if (exact) return point(value.toNumber());
  const half = 0.5 * 10 ** -places;
  return { lo: value.toNumber() - half, hi: value.toNumber() + half };
}

/** The window, joined with all values that cutting off after the last written place takes to it. */
export function cutWindow(figure: Figure): Interval {
  const { lo, hi } = window(figure);
  if (figure.exact) return { lo, hi };
  // A whole unit further is another number, which nobody cuts off to this one.
  const width = (0.5 - 1e-6) * 10 ** -figure.places;
  return figure.value.isNegative() ? { lo: lo - width, hi } : { lo, hi: hi + width };
}
