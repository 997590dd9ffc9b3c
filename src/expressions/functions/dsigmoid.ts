import { add, multiply, negate, point } from '../../exact/interval.ts';
import { rounded } from '../../exact/rounding.ts';
import { applied } from '../mathml.ts';
import type { Fn } from './fn.ts';
import { sigmoid } from './sigmoid.ts';

/** The derivative of the sigmoid, worked from its value. */
export const dsigmoid: Fn = {
  name: 'dsigmoid',
  called: 'the derivative of the sigmoid',
  arity: [1, 1],
  float: (x) => sigmoid.float(x) * (1 - sigmoid.float(x)),
  decimal: (x) => sigmoid.decimal(x).times(sigmoid.decimal(x.neg())),
  range: (grid, x) => {
    const s = rounded(sigmoid.range(grid, x), grid);
    return multiply(s, rounded(add(point(1), negate(s)), grid));
  },
  mathml: applied('<msup><mi>σ</mi><mo>′</mo></msup>'),
  compact: true,
  aliases: { any: ['sigmoid_prime', 'sigmoidPrime'], matlab: ['dlogsig'] },
  mistakenFor: ['sigmoid'],
  byExp: 'exp(-x)/(1 + exp(-x))^2',
  derivative: ['dsigmoid(x)*(1 - 2*sigmoid(x))'],
};
