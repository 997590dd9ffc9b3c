import { Decimal as Library } from 'decimal.js';
import type { Decimal } from '../../exact/decimal.ts';
import { type CellField, holds } from '../field.ts';

/** More digits than two formulas must agree to, so that what cancels does not part equals. */
const Wide = Library.clone({ precision: 60, defaults: true });
export const wide = (value: Library.Value): Decimal => new Wide(value);
/** Where two values agree to many digits and then differ, so much cancelled that more are needed to tell. */
const Wider = Library.clone({ precision: 240, defaults: true });
const wider = (value: Library.Value): Decimal => new Wider(value);

/** Enough to tell whether there is a value. */
const Rough = Library.clone({ precision: 20, defaults: true });
const rough = (value: Library.Value): Decimal => new Rough(value);

const fieldOf = (made: (value: Library.Value) => Decimal): CellField<Decimal> => ({
  number: made,
  add: (a, b) => a.plus(b),
  negate: (a) => a.neg(),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  power: (base, exponent) => (exponent.abs().gt(1e6) ? made(Number.NaN) : base.pow(exponent)),
  call: (fn, args) => fn.decimal(...args),
  compare: (op, a, b) => {
    const sign = a.isNaN() || b.isNaN() ? Number.NaN : a.cmp(b);
    return Number.isNaN(sign) ? made(sign) : made(holds(op, sign) ? 1 : 0);
  },
  choose: (when, then, otherwise) => (when.isNaN() ? when : when.isZero() ? otherwise() : then()),
});

/** Decimals of 60 digits. */
export const decimals = fieldOf(wide);

/** Decimals of 240 digits. */
export const widerDecimals = fieldOf(wider);

/** Decimals of 20 digits. */
export const roughDecimals = fieldOf(rough);
