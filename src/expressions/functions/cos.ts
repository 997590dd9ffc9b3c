import { periodic } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

export const cos: Fn = {
  name: 'cos',
  arity: [1, 1],
  float: Math.cos,
  // Beyond this the digits of pi that it takes are more than the library has.
  decimal: (x) => (x.e > 200 ? like(x, Number.NaN) : x.cos()),
  range: (_, x) => periodic(Math.cos, x, { period: 2 * Math.PI, top: 0, bottom: 0.5 }),
  mistakenFor: ['sin'],
  derivative: ['-sin(x)'],
};
