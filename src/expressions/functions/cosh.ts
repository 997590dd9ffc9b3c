import { turned } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

export const cosh: Fn = {
  name: 'cosh',
  arity: [1, 1],
  float: Math.cosh,
  decimal: (x) => (x.abs().gt(1000) ? like(x, Number.NaN) : x.exp().plus(x.neg().exp()).div(2)),
  range: (_, x) => turned(Math.cosh, x),
  mistakenFor: ['sinh'],
  derivative: ['sinh(x)'],
  byExp: '(exp(x) + exp(-x))/2',
};
