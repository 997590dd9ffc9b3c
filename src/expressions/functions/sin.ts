import { periodic } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

export const sin: Fn = {
  name: 'sin',
  arity: [1, 1],
  float: Math.sin,
  // Beyond this the digits of pi that it takes are more than the library has.
  decimal: (x) => (x.e > 200 ? like(x, Number.NaN) : x.sin()),
  range: (_, x) => periodic(Math.sin, x, { period: 2 * Math.PI, top: 0.25, bottom: 0.75 }),
  mistakenFor: ['cos'],
  derivative: ['cos(x)'],
};
