import { add, increasing, join, point } from '../../exact/interval.ts';
import { rounded } from '../../exact/rounding.ts';
import { log1p } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

const float = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** ln(1 + e^x). */
export const softplus: Fn = {
  name: 'softplus',
  called: 'the softplus',
  arity: [1, 1],
  float,
  decimal: (x) => (x.gt(0) ? x.plus(log1p(x.neg().exp())) : log1p(x.exp())),
  range: (grid, x) => {
    const inside = rounded(add(point(1), rounded(increasing(Math.exp, x), grid)), grid);
    const worked = increasing(Math.log, inside);
    const whole = increasing(float, x);
    // e^x may overflow where the function itself does not.
    return Number.isFinite(worked.hi) ? join(whole, worked) : whole;
  },
  aliases: { any: ['Softplus', 'SoftPlus'] },
  mistakenFor: ['relu', 'exp'],
  derivative: ['sigmoid(x)'],
};
