import { Decimal as Library } from 'decimal.js';
import type { Decimal } from '../../exact/decimal.ts';
import { type CellField, holds } from '../field.ts';

/** More digits than two formulas must agree to, so that what cancels does not part equals. */
const Wide = Library.clone({ precision: 60, defaults: true });
export const wide = (value: Library.Value): Decimal => new Wide(value);

/** Decimals of 60 digits. */
export const decimals: CellField<Decimal> = {
  number: wide,
  add: (a, b) => a.plus(b),
  negate: (a) => a.neg(),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  power: (base, exponent) => (exponent.abs().gt(1e6) ? wide(Number.NaN) : base.pow(exponent)),
  call: (fn, args) => fn.decimal(...args),
  compare: (op, a, b) => {
    const sign = a.isNaN() || b.isNaN() ? Number.NaN : a.cmp(b);
    return Number.isNaN(sign) ? wide(sign) : wide(holds(op, sign) ? 1 : 0);
  },
  choose: (when, then, otherwise) => (when.isNaN() ? when : when.isZero() ? otherwise() : then()),
};
