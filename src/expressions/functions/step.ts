import { increasing } from '../../exact/interval.ts';
import { like } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

const float = (x: number): number => (Number.isNaN(x) ? x : x > 0 ? 1 : 0);

/** 1 above 0, else 0: the slope of the ReLU as the libraries of the field take it, 0 at 0. */
export const step: Fn = {
  name: 'step',
  called: 'the step function',
  arity: [1, 1],
  float,
  decimal: (x) => (x.isNaN() ? x : like(x, x.gt(0) ? 1 : 0)),
  range: (_, x) => increasing(float, x, true),
  mistakenFor: ['relu', 'sign'],
  derivative: ['0'],
  rational: true,
  breaks: ['0'],
};
