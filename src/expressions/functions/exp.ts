import { increasing } from '../../exact/interval.ts';
import { row } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const exp: Fn = {
  name: 'exp',
  arity: [1, 1],
  float: Math.exp,
  decimal: (x) => x.exp(),
  range: (_, x) => increasing(Math.exp, x),
  mathml: ([x = '']) => `<msup><mi>e</mi>${row(x)}</msup>`,
  compact: true,
  raised: true,
  mistakenFor: ['sigmoid'],
  derivative: ['exp(x)'],
};
