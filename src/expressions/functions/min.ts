import { Decimal } from '../../exact/decimal.ts';
import type { Fn } from './fn.ts';

export const min: Fn = {
  name: 'min',
  arity: [1, Number.POSITIVE_INFINITY],
  float: Math.min,
  decimal: (...x) => Decimal.min(...x),
  range: (_, ...x) => ({ lo: Math.min(...x.map(({ lo }) => lo)), hi: Math.min(...x.map(({ hi }) => hi)) }),
  aliases: { numpy: ['minimum'] },
  derivative: ['step(y - x)', 'step(x - y)'],
  rational: true,
};
