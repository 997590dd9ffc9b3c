import type { Decimal } from '../exact/decimal.ts';
import { type Grid, placesGrid, type Rounding, significantGrid, unrounded } from '../exact/rounding.ts';
import { placesOf } from '../working/key.ts';

/** What a stated rounding means for one line. */
export interface Policy {
  /** The places asked for; undefined where the question says nothing. */
  readonly places: number | undefined;
  /** Where a legal order of rounding may round on the way. */
  readonly grid: Grid;
  /** Rounding there is earlier than the question allows, but a habit worth telling from a slip. */
  readonly early: Grid;
  /** Only the very value is right: counts, sizes, anything that needs no rounding. */
  readonly exact: boolean;
}

const guardPlaces = 2;

/**
 * The policy of a line whose key is `value`. Rounding only at the end leaves two guard places on the way; where nothing
 * is said, a student may round to as many significant digits as the answer has, and at least two.
 */
export function policyOf(rounding: Rounding, value: Decimal, significant = 2): Policy {
  const places = placesOf(rounding, value);
  if ('exact' in rounding) return { places, grid: unrounded, early: unrounded, exact: true };
  if ('unstated' in rounding) {
    const digits = Math.max(2, significant);
    return { places, grid: significantGrid(digits), early: significantGrid(digits - 1), exact: false };
  }
  if ('significant' in rounding)
    return {
      places,
      grid: significantGrid(rounding.significant),
      early: significantGrid(rounding.significant - 1),
      exact: false,
    };
  if (rounding.when === 'end')
    return {
      places,
      grid: placesGrid(rounding.places + guardPlaces),
      early: placesGrid(rounding.places),
      exact: false,
    };
  return { places, grid: placesGrid(rounding.places), early: placesGrid(rounding.places - 1), exact: false };
}
