import { add, divide, type Interval, increasing, join, negate, point } from '../../exact/interval.ts';
import { type Grid, rounded } from '../../exact/rounding.ts';
import { like } from '../../exact/special.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';

const float = (x: number): number => 1 / (1 + Math.exp(-x));
const one = point(1);

/** Taken whole from a table or a key, or worked through e^-x, 1 + e^-x and the reciprocal. */
function range(grid: Grid, x: Interval): Interval {
  const e = rounded(increasing(Math.exp, negate(x)), grid);
  return join(increasing(float, x), divide(one, rounded(add(one, e), grid)));
}

export const sigmoid: Fn = {
  name: 'sigmoid',
  called: 'the sigmoid',
  arity: [1, 1],
  float,
  decimal: (x) => like(x, 1).div(x.neg().exp().plus(1)),
  range,
  mathml: applied('<mi>σ</mi>'),
  compact: true,
  aliases: { any: ['sigma', 'sig', 'logistic'], matlab: ['logsig'], numpy: ['expit'] },
  mistakenFor: ['dsigmoid', 'tanh', 'relu', 'exp'],
  derivative: ['dsigmoid(x)'],
  derivativeByValue: 'y*(1 - y)',
  byExp: '1/(1 + exp(-x))',
  prime: 'dsigmoid',
  limits: ['0', '1'],
};
