import { type CellField, holds } from '../field.ts';

/** Numbers of 64 bits: for a quick look, and for code. */
export const floats: CellField<number> = {
  number: Number,
  add: (a, b) => a + b,
  negate: (a) => -a,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (base, exponent) => base ** exponent,
  call: (fn, args) => fn.float(...args),
  compare: (op, a, b) =>
    Number.isNaN(a - b) && a !== b ? Number.NaN : Number(holds(op, a === b ? 0 : Math.sign(a - b))),
  choose: (when, then, otherwise) => (Number.isNaN(when) ? when : when === 0 ? otherwise() : then()),
};
