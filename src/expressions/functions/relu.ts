import { increasing } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

const float = (x: number): number => (x > 0 ? x : Number.isNaN(x) ? x : 0);

export const relu: Fn = {
  name: 'relu',
  called: 'the ReLU',
  arity: [1, 1],
  float,
  decimal: (x) => (x.gt(0) || x.isNaN() ? x : like(x, 0)),
  range: (_, x) => increasing(float, x),
  mathml: applied('<mi>ReLU</mi>'),
  aliases: { any: ['ReLU', 'Relu', 'RELU'], matlab: ['poslin'] },
  mistakenFor: ['sigmoid', 'tanh'],
  derivative: ['step(x)'],
  rational: true,
  breaks: ['0'],
};
