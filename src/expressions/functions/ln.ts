import { increasing } from '../../exact/interval.ts';
import type { Fn } from './fn.ts';

export const ln: Fn = {
  name: 'ln',
  called: 'the natural logarithm',
  arity: [1, 1],
  float: Math.log,
  decimal: (x) => x.ln(),
  range: (_, x) => increasing(Math.log, x),
  aliases: { matlab: ['log'], numpy: ['log'] },
  unclear: ['log'],
  mistakenFor: ['log10', 'log2'],
  derivative: ['1/x'],
  domain: 'x > 0',
};
