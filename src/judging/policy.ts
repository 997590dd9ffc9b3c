import type { Decimal } from '../exact/decimal.ts';
import { type Grid, placesGrid, type Rounding, significantGrid, unrounded } from '../exact/rounding.ts';
import { placesOf } from '../working/key.ts';

/** What a stated rounding means for one line. */
export interface Policy {
  /** The places asked for; undefined where the question says nothing. */
  readonly places: number | undefined;
  /** Where a legal order of rounding may round on the way. */
  readonly grid: Grid;
  /** Only the very value is right: counts, sizes, anything that needs no rounding. */
  readonly exact: boolean;
}

const guardPlaces = 2;

/**
 * The policy of a line whose key is `value`. Rounding only at the end leaves two guard places on the way; where nothing
 * is said, a student may round to as many significant digits as the answer has, and at least two.
 */
export const policyOf = (rounding: Rounding, value: Decimal, significant: number): Policy => ({
  places: placesOf(rounding, value),
  grid: gridOf(rounding, significant),
  exact: 'exact' in rounding,
});

function gridOf(rounding: Rounding, significant: number): Grid {
  if ('exact' in rounding) return unrounded;
  if ('unstated' in rounding) return significantGrid(Math.max(2, significant));
  if ('significant' in rounding) return significantGrid(rounding.significant);
  return placesGrid(rounding.when === 'end' ? rounding.places + guardPlaces : rounding.places);
}
