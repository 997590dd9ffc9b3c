import { increasing, join, multiply, point } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

const usual = '0.01';
const below = (x: number): number => Math.min(x, 0);
const above = (x: number): number => Math.max(x, 0);

/** The ReLU with a slope below 0: its second argument, 0.01 unless written. */
export const leakyRelu: Fn = {
  name: 'leakyRelu',
  called: 'the leaky ReLU',
  arity: [1, 2],
  float: (x, slope = Number(usual)) => (x > 0 ? x : slope * x),
  decimal: (x, slope = like(x, usual)) => (x.gt(0) ? x : x.times(slope)),
  range: (_, x, slope = point(Number(usual))) => {
    const negative = multiply(increasing(below, x, true), slope);
    if (x.hi <= 0) return negative;
    return x.lo > 0 ? x : join(negative, increasing(above, x, true));
  },
  mathml: applied('<mi>LeakyReLU</mi>'),
  aliases: { any: ['LeakyReLU', 'leaky_relu', 'leakyReLU', 'lrelu'] },
  mistakenFor: ['relu', 'abs'],
  derivative: ['step(x) + y*(1 - step(x))', 'x*(1 - step(x))'],
  rational: true,
  breaks: ['0'],
};
