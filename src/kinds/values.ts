import { Decimal } from '../exact/decimal.ts';
import type { Interval } from '../exact/interval.ts';

/** A value at so many places, as text. */
export function atPlaces(value: Decimal | number, places: number): string {
  const decimal = new Decimal(value);
  return places >= 0 ? decimal.toFixed(Math.min(places, 30)) : decimal.toDecimalPlaces(0).toFixed();
}

/** The middle of an interval of legal values, at so many places. */
export const middleText = ({ lo, hi }: Interval, places: number): string =>
  atPlaces(new Decimal(lo).plus(hi).div(2), places);
