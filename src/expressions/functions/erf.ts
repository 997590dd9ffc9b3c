import { spread } from '../../exact/interval.ts';
import { erfDecimal, erf as float } from '../../exact/special.ts';
import type { Fn } from './fn.ts';

/** The error function, 2/√π times the integral of e^(-t²) from 0 to x. */
export const erf: Fn = {
  name: 'erf',
  called: 'the error function',
  arity: [1, 1],
  float,
  decimal: erfDecimal,
  range: (_, x) => spread({ lo: float(x.lo), hi: float(x.hi) }, 1e-13),
  mistakenFor: ['tanh'],
  derivative: ['1.1283791670955125738961589031215451716881012586579977*exp(-x^2)'],
  limits: ['-1', '1'],
};
