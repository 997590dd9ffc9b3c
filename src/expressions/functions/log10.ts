import { increasing } from '../../exact/interval.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

export const log10: Fn = {
  name: 'log10',
  called: 'the logarithm to base 10',
  arity: [1, 1],
  float: Math.log10,
  decimal: (x) => x.log(10),
  range: (_, x) => increasing(Math.log10, x),
  mathml: applied('<msub><mi>log</mi><mn>10</mn></msub>'),
  aliases: { any: ['log_10'] },
  unclear: ['log', 'lg'],
  mistakenFor: ['ln', 'log2'],
  derivative: ['1/(x*ln(10))'],
  domain: 'x > 0',
};
