import { increasing } from '../../exact/interval.ts';
import type { Fn } from './fn.ts';

export const sqrt: Fn = {
  name: 'sqrt',
  called: 'the square root',
  arity: [1, 1],
  float: Math.sqrt,
  decimal: (x) => x.sqrt(),
  range: (_, x) => increasing(Math.sqrt, x),
  mathml: ([x = '']) => `<msqrt>${x}</msqrt>`,
  compact: true,
  aliases: { any: ['√'] },
  derivative: ['1/(2*sqrt(x))'],
  domain: 'x >= 0',
};
