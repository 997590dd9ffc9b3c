/**
 * A closed interval of reals, held in float64. Every operation widens outward by an ulp unless it was exact, so that
 * an interval always encloses the value it stands for; a NaN bound says that nothing is known.
 */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

export const point = (value: number): Interval => ({ lo: value, hi: value });
export const unknown: Interval = point(Number.NaN);
export const join = (a: Interval, b: Interval): Interval => ({ lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) });
export const known = ({ lo, hi }: Interval): boolean => Number.isFinite(lo) && Number.isFinite(hi);
export const isPoint = ({ lo, hi }: Interval): boolean => hi - lo <= slack(hi);

/** The value in its middle. */
export const middle = ({ lo, hi }: Interval): number => (lo + hi) / 2;

/** The common part, or undefined where there is none. */
export function meet(a: Interval, b: Interval): Interval | undefined {
  const lo = Math.max(a.lo, b.lo);
  const hi = Math.min(a.hi, b.hi);
  return lo <= hi ? { lo, hi } : undefined;
}

/** How far a float computation of this size may be off: enough for a chain of operations, far below any written digit. */
export const slack = (x: number): number => Math.abs(x) * 1e-13 + 1e-300;

/** Distance from x to the interval; 0 inside. */
export const distance = (x: number, { lo, hi }: Interval): number => Math.max(lo - x, x - hi, 0);

const ulp = 2.3e-16;
const whole = Number.isSafeInteger;
const tiniest = Number.MIN_VALUE;
const down = (x: number): number => x - Math.abs(x) * ulp - tiniest;
const up = (x: number): number => x + Math.abs(x) * ulp + tiniest;

/** Bounds made outward, unless all that went in and came out were whole numbers: those are exact. */
function enclose(lo: number, hi: number, exact: boolean): Interval {
  return exact && whole(lo) && whole(hi) ? { lo, hi } : { lo: down(lo), hi: up(hi) };
}

/** A decimal as floats hold it: itself only where it is whole, else what lies within an ulp. */
export const held = ({ lo, hi }: Interval): Interval => enclose(lo, hi, true);

const allWhole = (a: Interval, b: Interval): boolean => whole(a.lo) && whole(a.hi) && whole(b.lo) && whole(b.hi);

export const negate = ({ lo, hi }: Interval): Interval => ({ lo: -hi, hi: -lo });
export const add = (a: Interval, b: Interval): Interval => enclose(a.lo + b.lo, a.hi + b.hi, allWhole(a, b));

export function multiply(a: Interval, b: Interval): Interval {
  const p = a.lo * b.lo;
  const q = a.lo * b.hi;
  const r = a.hi * b.lo;
  const s = a.hi * b.hi;
  return enclose(Math.min(p, q, r, s), Math.max(p, q, r, s), allWhole(a, b));
}

/** Division; by an interval that holds 0 nothing is known. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.lo <= 0 && b.hi >= 0) return unknown;
  const p = a.lo / b.lo;
  const q = a.lo / b.hi;
  const r = a.hi / b.lo;
  const s = a.hi / b.hi;
  return enclose(Math.min(p, q, r, s), Math.max(p, q, r, s), allWhole(a, b));
}

/** An increasing function of one argument. `exact` for those that give whole numbers (floor, ceil, round). */
export function increasing(f: (x: number) => number, x: Interval, exact = false): Interval {
  const lo = f(x.lo);
  const hi = f(x.hi);
  return exact ? { lo, hi } : { lo: lo - Math.abs(lo) * 1e-15 - tiniest, hi: hi + Math.abs(hi) * 1e-15 + tiniest };
}

/** Made wider by a share of its size, for functions that floats do not give to the last digit. */
export function spread({ lo, hi }: Interval, share: number): Interval {
  return { lo: lo - Math.abs(lo) * share - 1e-300, hi: hi + Math.abs(hi) * share + 1e-300 };
}

/** A function that goes one way up to 0 and the other way from there. */
export function turned(f: (x: number) => number, x: Interval): Interval {
  if (!known(x)) return unknown;
  const ends = [f(x.lo), f(x.hi), ...(x.lo < 0 && x.hi > 0 ? [f(0)] : [])];
  return spread({ lo: Math.min(...ends), hi: Math.max(...ends) }, 1e-15);
}

/** Beyond this a float says too little about where in a period it lies. */
const farthest = 1e6;

/**
 * A function that goes up and down between -1 and 1 once in each period; `top` and `bottom` say at which part of a
 * period, counted from 0, it is 1 and -1.
 */
export function periodic(
  f: (x: number) => number,
  x: Interval,
  { period, top, bottom }: { period: number; top: number; bottom: number },
): Interval {
  if (!known(x)) return unknown;
  if (x.hi - x.lo >= period || Math.max(-x.lo, x.hi) > farthest) return { lo: -1, hi: 1 };
  const holds = (at: number): boolean => Math.floor(x.hi / period - at + 1e-9) >= Math.ceil(x.lo / period - at - 1e-9);
  const ends = spread({ lo: Math.min(f(x.lo), f(x.hi)), hi: Math.max(f(x.lo), f(x.hi)) }, 1e-15);
  return { lo: holds(bottom) ? -1 : Math.max(ends.lo, -1), hi: holds(top) ? 1 : Math.min(ends.hi, 1) };
}

/** x^n for a whole n, or any power of a positive base. */
export function power(x: Interval, exponent: Interval): Interval {
  const n = exponent.lo;
  const corners = [x.lo ** n, x.hi ** n, x.lo ** exponent.hi, x.hi ** exponent.hi];
  const straddles = x.lo < 0 && x.hi > 0;
  if (exponent.lo !== exponent.hi && x.lo <= 0) return unknown;
  if (straddles && n < 0) return unknown;
  const lo = straddles && n % 2 === 0 ? 0 : Math.min(...corners);
  return enclose(lo, Math.max(...corners), allWhole(x, exponent));
}
