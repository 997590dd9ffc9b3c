import { describe, expect, it } from 'vitest';
import { point } from '../../src/exact/interval.ts';
import { placesGrid } from '../../src/exact/rounding.ts';
import { defineFunction } from '../../src/expressions/define-function.ts';
import { print } from '../../src/expressions/print.ts';
import { typeset } from '../../src/expressions/typeset.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import { keyOf } from '../../src/working/key.ts';
import { defineProblem } from '../../src/working/problem.ts';

const swish = defineFunction({
  name: 'swish',
  formula: 'x*sigmoid(x)',
  called: 'the swish',
  mistakenFor: ['sigmoid', 'relu'],
  derivative: ['sigmoid(x) + x*dsigmoid(x)'],
});

describe('a function of a course', () => {
  it('has the values and the range of its formula', () => {
    expect(swish.float(1)).toBeCloseTo(0.7310585786300049, 14);
    // 0.7311 at four places; times 1.
    const { lo, hi } = swish.range(placesGrid(4), point(1));
    expect([lo, hi].map((end) => end.toFixed(4))).toEqual(['0.7310', '0.7311']);
  });

  it('serves a problem: key, slips and typesetting', () => {
    const problem = defineProblem({
      id: 'one-swish',
      title: 'One swish',
      rounding: { places: 4, when: 'end' },
      givens: { z: '2' },
      working: { a: 'swish(z)' },
      asks: { a: { points: 1 } },
      conventions: [{ id: 'slow', says: 'half the slope', over: { a: 'swish(z/2)' } }],
      functions: [swish],
    });
    const working = problem.work(problem.givens);
    expect(keyOf(working).get('a')?.stated.toString()).toBe('1.7616');
    const forms = mutantsOf(working).flatMap(({ trees }) => [...trees.values()].map(print));
    expect(forms).toEqual(expect.arrayContaining(['relu(z)', 'z', 'swish(-z)', 'swish(z/2)']));
    expect(typeset(working.lines[0]?.formula as never)).toContain('<mi>swish</mi>');
  });

  it.each([
    ['a name that is taken', { name: 'tanh', formula: 'x' }, /there already/],
    ['no name', { name: '2x', formula: 'x' }, /cannot be the name/],
    ['another argument', { name: 'twice', formula: '2*t' }, /uses "t"; its arguments/],
    ['a function that there is not', { name: 'twice', formula: '2*log(x)' }, /did you mean `ln` or `log10`/],
  ])('is refused: %s', (_, declared, reason) => expect(() => defineFunction(declared)).toThrow(reason));

  it('an author who writes a function that there is not is told what is near', () => {
    const declared = { id: 'p', title: 'p', rounding: { exact: true } as const, givens: { x: '2' }, asks: {} };
    expect(() => defineProblem({ ...declared, working: { a: 'log(x)' } })).toThrow(
      'p: line "a" cannot be read at character 1 of "log(x)": `log` is not a function here: did you mean `ln` or `log10`?',
    );
  });
});
