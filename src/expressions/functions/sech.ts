import { turned } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

export const sech: Fn = {
  name: 'sech',
  arity: [1, 1],
  float: (x) => 1 / Math.cosh(x),
  decimal: (x) => like(x, 2).div(x.exp().plus(x.neg().exp())),
  range: (_, x) => turned((t) => 1 / Math.cosh(t), x),
  mistakenFor: ['cosh'],
  derivative: ['-sech(x)*tanh(x)'],
  byExp: '2/(exp(x) + exp(-x))',
};
