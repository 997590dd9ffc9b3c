import { describe, expect, it } from 'vitest';
import problem from '../../problems/backprop-by-hand/problem.ts';
import { chance } from '../../src/exact/chance.ts';
import { backprop, type LineName, lineNames } from '../support/backprop.ts';
import { judged } from '../support/shown.ts';

/**
 * The promise that false explanations stay rare whatever the number of mutants rests on one inequality: what the
 * slips together predict of all numbers that can be written adds up to at most 1.
 */
describe('the weights of all that can be written on a line add up to at most 1', () => {
  it.each<[LineName, number]>([
    ['z1', 0.9 * 0.75 + 1.1 * 0.63],
    ['a1', 0.79705683],
    ['z3', 0.8 * 0.7971 - 0.2 * 0.1928],
    ['dL_dw3', 0.00062158],
  ])('%s', (line, truth) => {
    const above = Object.entries(backprop()).slice(0, lineNames.indexOf(line));
    const places = 2;
    let total = 0;
    for (let n = -300; n <= 300; n++) {
      const text = (n / 10 ** places).toFixed(places);
      const explained = judged(problem, { ...Object.fromEntries(above), [line]: text }).get(line)?.explained;
      if (explained) total += 2 ** explained.bits * chance(Number(text), 10 ** -places, truth);
    }
    expect(total).toBeLessThanOrEqual(1);
    expect(total).toBeGreaterThan(0.1);
  });
});
