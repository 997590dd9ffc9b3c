import { increasing } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const sign: Fn = {
  name: 'sign',
  called: 'the sign',
  arity: [1, 1],
  float: (x) => Math.sign(x) + 0,
  decimal: (x) => (x.isNaN() ? x : like(x, x.isZero() ? 0 : x.s)),
  range: (_, x) => increasing(Math.sign, x, true),
  mathml: applied('<mi>sgn</mi>'),
  aliases: { any: ['sgn'] },
  mistakenFor: ['abs', 'step'],
  derivative: ['0'],
  rational: true,
  breaks: ['0'],
};
