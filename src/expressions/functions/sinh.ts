import { increasing } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

export const sinh: Fn = {
  name: 'sinh',
  arity: [1, 1],
  float: Math.sinh,
  decimal: (x) =>
    x.abs().gt(1000) ? like(x, Number.NaN) : x.abs().lt(1) ? x.sinh() : x.exp().minus(x.neg().exp()).div(2),
  range: (_, x) => increasing(Math.sinh, x),
  mistakenFor: ['cosh'],
  derivative: ['cosh(x)'],
  byExp: '(exp(x) - exp(-x))/2',
};
