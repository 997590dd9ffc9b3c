import { increasing } from '../../exact/interval.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const log2: Fn = {
  name: 'log2',
  called: 'the logarithm to base 2',
  arity: [1, 1],
  float: Math.log2,
  decimal: (x) => x.log(2),
  range: (_, x) => increasing(Math.log2, x),
  mathml: applied('<msub><mi>log</mi><mn>2</mn></msub>'),
  aliases: { any: ['log_2'] },
  unclear: ['lg', 'ld'],
  mistakenFor: ['ln', 'log10'],
  derivative: ['1/(x*ln(2))'],
  domain: 'x > 0',
};
