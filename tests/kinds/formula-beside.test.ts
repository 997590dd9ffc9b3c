import { describe, expect, it } from 'vitest';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { markProblem } from '../../src/marking/problem.ts';
import type { AnswerValue } from '../../src/reading/value.ts';
import { type Declaration, defineProblem } from '../../src/working/problem.ts';

const neuron = defineProblem({
  id: 'neuron',
  title: 'A neuron',
  rounding: { places: 4, when: 'every-step' },
  givens: { x: '0.7', w: '1.3', y: '0.2' },
  working: { z: 'w*x', a: 'sigmoid(z)', dL_da: '2*(a - y)', dL_dw: 'dL_da*a*(1 - a)*x' },
  asks: { dL_dw: { points: 10, formula: 4, steps: { a: 1 } } },
});

const layer = defineProblem({
  id: 'layer',
  title: 'A layer',
  rounding: { places: 4, when: 'every-step' },
  givens: {
    X: [
      ['0.7', '0.3', '1.2'],
      ['0.1', '-0.4', '0.9'],
    ],
    G: [
      ['0.5', '0.6'],
      ['-0.2', '0.4'],
    ],
  },
  working: { dW: 'X^T*G', 'P[i,j]': 'G[i,j]*G[j,i]' },
  asks: { dW: { points: 10, formula: 4 }, P: { points: 2, formula: 1 } },
});

const dW = '[[0.33, 0.46], [0.23, 0.02], [0.42, 1.08]]';
const P = '[[0.25, -0.12], [-0.12, 0.16]]';
type Problem = typeof neuron;

function marked(problem: Problem, answers: Record<string, AnswerValue>): Record<string, string> {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: problem.id }] }, [problem]);
  const [loaded] = assignment.problems;
  if (!loaded) throw new Error('no problem');
  const { marks } = markProblem(loaded, answers, assignment);
  return Object.fromEntries(marks.map(({ field, verdict, points }) => [field, `${verdict} ${points}`]));
}

describe('the formula of a line beside its number', () => {
  it.each<[string, Problem, Record<string, AnswerValue>, Record<string, string>]>([
    [
      'a chain that ends in the number',
      neuron,
      { dL_dw: 'dL/dw = 2(a - y) * a * (1 - a) * x = 0.1470' },
      { dL_dw: 'correct 6', dL_dw_formula: 'correct 4' },
    ],
    [
      'LaTeX in a line of its own',
      neuron,
      { dL_dw: [String.raw`\frac{\partial L}{\partial w} = \frac{dL}{da} a (1 - a) x`, '0.1470'] },
      { dL_dw: 'correct 6', dL_dw_formula: 'correct 4' },
    ],
    ['the formula alone', neuron, { dL_dw: '2(a - y)*a*(1 - a)*x' }, { dL_dw: 'blank 0', dL_dw_formula: 'correct 4' }],
    ['the number alone', neuron, { dL_dw: '0.1470' }, { dL_dw: 'correct 6', dL_dw_formula: 'blank 0' }],
    [
      'a wrong formula and the right number',
      neuron,
      { dL_dw: '2(a - y)*(1 - a)*x = 0.1470' },
      { dL_dw: 'correct 6', dL_dw_formula: 'slip 0' },
    ],
    [
      'each in its own field',
      neuron,
      { dL_dw: '0.1470', dL_dw_formula: String.raw`2(a-y)\sigma(z)(1-\sigma(z))x` },
      { dL_dw: 'correct 6', dL_dw_formula: 'correct 4' },
    ],
    [
      'matrices',
      layer,
      { dW: `X^T G = ${dW}`, P: ['P_{ij} = G_{ij} G_{ji}', P] },
      { dW: 'correct 6', dW_formula: 'correct 4', P: 'correct 1', P_formula: 'correct 1' },
    ],
    [
      'NumPy, and the other order',
      layer,
      { dW: ['X.T @ G', dW], P: ['G^T X', P] },
      { dW: 'correct 6', dW_formula: 'correct 4', P: 'correct 1', P_formula: 'wrong 0' },
    ],
  ])('%s', (_, problem, answers, expected) => expect(marked(problem, answers)).toMatchObject(expected));
});

describe('what cannot be asked is refused', () => {
  it.each<[Partial<Declaration>, string]>([
    [{ asks: { q: { points: 2, formula: 1 } } }, 'the formula of "q" is asked for, but no line'],
    [{ asks: { a: { points: 2, formula: 3 } } }, 'the formula of "a" carries more than its points'],
    [
      { asks: { a: { points: 2, formula: 1 } }, fields: [{ kind: 'formula', name: 'a_formula', of: 'a' }] },
      'there is a field "a_formula" already',
    ],
  ])('%o', (parts, says) => {
    const declared: Declaration = {
      id: 'p',
      title: 'P',
      rounding: { exact: true },
      givens: { x: '2' },
      working: { a: '3*x' },
      asks: {},
      ...parts,
    };
    expect(() => defineProblem(declared)).toThrow(says);
  });
});
