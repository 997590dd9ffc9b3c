import { Decimal } from '../../exact/decimal.ts';
import { increasing } from '../../exact/interval.ts';
import type { Fn } from './fn.ts';

const float = (x: number): number => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);

/** To the nearest whole number, a half away from 0. */
export const round: Fn = {
  name: 'round',
  called: 'rounding to the nearest',
  arity: [1, 1],
  float,
  decimal: (x) => x.toDecimalPlaces(0, Decimal.ROUND_HALF_UP),
  range: (_, x) => increasing(float, x, true),
  mistakenFor: ['floor', 'ceil'],
  rounds: true,
  rational: true,
};
