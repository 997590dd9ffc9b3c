import { point, spread } from '../../exact/interval.ts';
import { erfc, erfcDecimal, like } from '../../exact/special.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

const float = (x: number): number => (x === 0 ? 0 : 0.5 * x * erfc(-x * Math.SQRT1_2));
/** It falls up to here, and rises from here on. */
const lowest = -0.751791524693564;

/** x times the share of a normal distribution below x: the exact form, not its approximation by tanh. */
export const gelu: Fn = {
  name: 'gelu',
  called: 'the GELU',
  arity: [1, 1],
  float,
  decimal: (x) => x.div(2).times(erfcDecimal(x.neg().div(like(x, 2).sqrt()))),
  range: (_, x) => {
    const ends = [float(x.lo), float(x.hi)];
    const turn = x.lo <= lowest && lowest <= x.hi ? [float(lowest)] : [];
    if (!Number.isFinite(x.lo) || !Number.isFinite(x.hi)) return point(Number.NaN);
    return spread({ lo: Math.min(...ends, ...turn), hi: Math.max(...ends) }, 1e-12);
  },
  mathml: applied('<mi>GELU</mi>'),
  aliases: { any: ['GELU', 'GeLU'] },
  mistakenFor: ['relu', 'softplus'],
  derivative: ['(1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(6.2831853071795864769252867665590057683943387987502)'],
};
