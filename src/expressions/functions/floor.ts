import { increasing } from '../../exact/interval.ts';
import { bracketed } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const floor: Fn = {
  name: 'floor',
  called: 'rounding down',
  arity: [1, 1],
  float: Math.floor,
  decimal: (x) => x.floor(),
  range: (_, x) => increasing(Math.floor, x, true),
  mathml: ([x = '']) => bracketed(x, '⌊', '⌋'),
  mistakenFor: ['ceil', 'round'],
  rounds: true,
  rational: true,
};
