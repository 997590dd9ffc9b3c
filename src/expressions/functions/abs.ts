import { negate } from '../../exact/interval.ts';
import { bracketed } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const abs: Fn = {
  name: 'abs',
  called: 'the absolute value',
  arity: [1, 1],
  float: Math.abs,
  decimal: (x) => x.abs(),
  range: (_, x) => (x.lo >= 0 ? x : x.hi <= 0 ? negate(x) : { lo: 0, hi: Math.max(-x.lo, x.hi) }),
  mathml: ([x = '']) => bracketed(x, '|', '|'),
  aliases: { numpy: ['absolute', 'fabs'] },
  derivative: ['sign(x)'],
  rational: true,
  breaks: ['0'],
};
