import { increasing } from '../../exact/interval.ts';
import { bracketed } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const ceil: Fn = {
  name: 'ceil',
  called: 'rounding up',
  arity: [1, 1],
  float: Math.ceil,
  decimal: (x) => x.ceil(),
  range: (_, x) => increasing(Math.ceil, x, true),
  mathml: ([x = '']) => bracketed(x, '⌈', '⌉'),
  mistakenFor: ['floor', 'round'],
  rounds: true,
  rational: true,
};
