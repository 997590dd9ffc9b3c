import { increasing } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

export const tanh: Fn = {
  name: 'tanh',
  arity: [1, 1],
  float: Math.tanh,
  // The library's time grows with the argument (a million takes minutes); beyond 80 the result is 1 to 60 digits.
  decimal: (x) => (x.abs().gt(80) ? like(x, x.s) : x.toSignificantDigits(70).tanh()),
  range: (_, x) => increasing(Math.tanh, x),
  aliases: { matlab: ['tansig'] },
  mistakenFor: ['sigmoid', 'relu'],
  byExp: '(exp(2*x) - 1)/(exp(2*x) + 1)',
  derivative: ['1 - tanh(x)^2'],
  derivativeByValue: '1 - y^2',
  limits: ['-1', '1'],
};
