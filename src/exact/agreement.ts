import { distance, type Interval, isPoint, known, slack } from './interval.ts';
import { half } from './rounding.ts';

/** A number as a student wrote it, in the form the comparisons need. */
export interface Shown {
  readonly text: string;
  readonly value: number;
  /** Digits after the point as written; an exponent moves it. */
  readonly places: number;
  readonly significant: number;
  /** A fraction or a whole number: no digit was rounded away. */
  readonly exact: boolean;
}

/** How a written number agrees with the values that are possible; undefined where it does not. */
export type Agreement = 'right' | 'right-at-places' | 'fewer-places' | 'cut-off' | undefined;

/**
 * Holds a written number against an interval of legal values, with no tolerance: every window is half a unit of a place
 * and closed, since both tie rules are legal. `places` are those asked for (undefined: those written).
 *
 * - No more places than asked: within half a unit of the asked place. Fewer that agree as far as they go, and a last
 *   digit cut off instead of rounded, are told apart.
 * - More places than asked: within one unit of the last written place (cutting off there is free); else rounded to the
 *   places asked for, and then the digits beyond do not follow (`right-at-places`).
 * - A value that needs no rounding has no window.
 */
export function agreement(shown: Shown, legal: Interval, places = shown.places, exact = false): Agreement {
  const { value: w, places: p } = shown;
  if (!Number.isFinite(w) || !known(legal)) return undefined;
  const fuzz = slack(Math.max(Math.abs(w), Math.abs(legal.lo), Math.abs(legal.hi)));
  const gap = distance(w, legal);
  if (gap <= fuzz) return 'right';
  if (exact && isCount(w, legal)) return countAgreement(w, Math.round(legal.hi));
  if (exact || terminates(legal, places)) return p < places ? short(shown, legal, fuzz) : undefined;
  if (p > places && !shown.exact) return long(shown, legal, places, fuzz);
  if (shown.exact && p > places) return gap <= half(places) + fuzz ? 'right' : undefined;
  if (gap <= half(places) + fuzz) return 'right';
  return short(shown, legal, fuzz);
}

/** Fewer digits of a count than this say too little to be called a rounding of it. */
export const fewestDigits = 2;

/** Is a whole number the count, or rounded from it? */
export const isOfCount = (w: number, count: number): boolean => w === count || countAgreement(w, count) !== undefined;

/** Is there one legal value, a whole number, and is the written one whole? */
const isCount = (w: number, legal: Interval): boolean =>
  Number.isSafeInteger(w) && isPoint(legal) && Math.abs(legal.hi - Math.round(legal.hi)) <= slack(legal.hi);

/** Counts below this are written out; nobody rounds 156 to 160. */
export const leastRounded = 10_000;

/** Is it a large count, rounded to two significant digits or more? By its value, however it is written. */
function countAgreement(w: number, count: number): Agreement {
  if (Math.abs(count) < leastRounded) return undefined;
  const digits = String(Math.abs(count)).length;
  for (let unit = 10; unit <= 10 ** (digits - fewestDigits); unit *= 10) {
    if (w % unit === 0 && Math.abs(w - count) <= unit / 2) return 'fewer-places';
  }
  return undefined;
}

/** Is it a large count rounded to its first digit alone? */
export function countToOneDigit(w: number, count: number): boolean {
  if (Math.abs(count) < leastRounded || w === count) return false;
  const unit = 10 ** (String(Math.abs(count)).length - 1);
  return w % unit === 0 && Math.abs(w - count) <= unit / 2;
}

function long(shown: Shown, legal: Interval, places: number, fuzz: number): Agreement {
  if (distance(shown.value, legal) <= 10 ** -shown.places + fuzz) return 'right';
  const scale = 10 ** places;
  const kept = Math.round(shown.value * scale) / scale;
  if (Math.abs(kept - shown.value) <= fuzz) return agreement({ ...shown, value: kept, places }, legal, places);
  return distance(kept, legal) <= half(places) + fuzz ? 'right-at-places' : undefined;
}

/** Rounded to fewer places than asked, or cut off after the last one written. */
function short(shown: Shown, legal: Interval, fuzz: number): Agreement {
  const { value: w, places: p } = shown;
  if (saysNothing(shown, legal)) return undefined;
  if (distance(w, legal) <= half(p) + fuzz) return 'fewer-places';
  return isCut(w, legal, p, fuzz) ? 'cut-off' : undefined;
}

/** Full agreement, at least at the places asked for. */
export const isRightly = (how: Agreement): boolean => how === 'right' || how === 'right-at-places';

/**
 * A single digit whose place is worth more than the whole value: everything small agrees with it, so it is no rounding
 * of the value: 1 for 0.6455, 0.001 for 0.0006, 0 for anything.
 */
export const saysNothing = ({ significant, places: p }: Shown, { lo, hi }: Interval): boolean =>
  significant < 2 && 10 ** -p > Math.max(Math.abs(lo), Math.abs(hi));

/** Does cutting off some legal value after p places, toward zero, give w? */
export function isCut(w: number, legal: Interval, p: number, fuzz = slack(w)): boolean {
  const unit = 10 ** -p;
  const above = legal.hi >= w - fuzz && legal.lo < w + unit - fuzz;
  const below = legal.lo <= w + fuzz && legal.hi > w - unit + fuzz;
  if (w === 0) return above || below;
  return w > 0 ? above : below;
}

/** Is there one legal value, and does it need no rounding at these places? */
function terminates(legal: Interval, places: number): boolean {
  if (!isPoint(legal)) return false;
  const scaled = legal.hi * 10 ** places;
  return Math.abs(scaled - Math.round(scaled)) <= 1e-9 + slack(scaled);
}
