import { Decimal } from '../../exact/decimal.ts';
import type { Fn } from './fn.ts';

export const max: Fn = {
  name: 'max',
  arity: [1, Number.POSITIVE_INFINITY],
  float: Math.max,
  decimal: (...x) => Decimal.max(...x),
  range: (_, ...x) => ({ lo: Math.max(...x.map(({ lo }) => lo)), hi: Math.max(...x.map(({ hi }) => hi)) }),
  aliases: { numpy: ['maximum'] },
  derivative: ['step(x - y)', 'step(y - x)'],
  rational: true,
};
