import type { Decimal as Library } from 'decimal.js';
import type { Decimal } from './decimal.ts';

/** A number of the same kind of decimal, with as many digits. */
export const like = (x: Decimal, value: Library.Value): Decimal => new (x.constructor as typeof Decimal)(value);

/** What was worked with more digits, as the kind of decimal that x is. */
const back = (x: Decimal, value: Decimal): Decimal =>
  like(x, value).toSignificantDigits((x.constructor as typeof Decimal).precision);

/** The same number with more digits to work with. */
function wider(x: Decimal, precision: number): Decimal {
  const kind = x.constructor as typeof Decimal;
  return new (kind.clone({ precision: kind.precision + precision }))(x);
}

/** ln(1 + x) for x >= 0, without losing the digits of a small x. */
export function log1p(x: Decimal): Decimal {
  if (x.isZero() || !x.isFinite()) return x;
  const digits = Math.min(Math.max(-x.e, 0), 100);
  // Beyond 100 places x - x²/2 is right to more digits than any decimal here has.
  return x.e < -100
    ? x.minus(x.times(x).div(2))
    : back(
        x,
        wider(x, digits + 5)
          .plus(1)
          .ln(),
      );
}

/** Where the power series is left for the continued fraction. */
const turn = 3;
const perRootPi = 1.1283791670955126;

/** The error function. */
export const erf = (x: number): number => {
  if (Math.abs(x) < turn) return series(x);
  return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
};

/** 1 - erf(x), without losing the digits of a small value. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  // Below this the difference loses less than the fraction, which settles slowly there.
  if (x < 1.5) return 1 - erf(x);
  if (x > 27) return 0;
  let below = x;
  for (let n = x < turn ? 400 : 80; n > 0; n--) below = x + n / 2 / below;
  return (Math.exp(-x * x) * perRootPi) / 2 / below;
}

/** 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!: all terms of one sign. */
function series(x: number): number {
  let [term, total] = [x, x];
  for (let n = 1; Math.abs(term) > Math.abs(total) * 1e-18; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return total * Math.exp(-x * x) * perRootPi;
}

/** The error function to all digits. */
export const erfDecimal = (x: Decimal): Decimal => {
  if (!x.isFinite()) return x.isNaN() ? x : like(x, x.s);
  if (x.abs().lt(turn)) return back(x, seriesDecimal(wider(x, 10)));
  const tail = erfcDecimal(x.abs());
  return like(x, 1).minus(tail).times(x.s);
};

const farthest = 100;

/** 1 - erf(x) to all digits; 0 beyond 100, where it is below 10^-4000. */
export function erfcDecimal(x: Decimal): Decimal {
  if (!x.isFinite()) return x.isNaN() ? x : like(x, x.isNegative() ? 2 : 0);
  if (x.isNegative()) return like(x, 2).minus(erfcDecimal(x.neg()));
  if (x.lt(turn)) return back(x, seriesDecimal(wider(x, 20)).minus(1).neg());
  if (x.gt(farthest)) return like(x, 0);
  const fine = wider(x, 10);
  let below = fine;
  for (let n = Math.ceil(3000 / x.toNumber() ** 2) + 60; n > 0; n--) below = fine.plus(like(fine, n).div(2).div(below));
  return back(x, fine.times(fine).neg().exp().times(rootOfPi(fine)).div(2).div(below));
}

function seriesDecimal(x: Decimal): Decimal {
  const twice = x.times(x).times(2);
  let [term, total] = [x, x];
  for (let n = 1; !term.isZero() && term.e > total.e - (x.constructor as typeof Decimal).precision - 2; n++) {
    term = term.times(twice).div(2 * n + 1);
    total = total.plus(term);
  }
  return total.times(x.times(x).neg().exp()).times(rootOfPi(x));
}

/** 2/√π. */
const rootOfPi = (x: Decimal): Decimal => like(x, 2).div((x.constructor as typeof Decimal).acos(-1).sqrt());
