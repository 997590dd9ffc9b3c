import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { markProblem } from '../../src/marking/problem.ts';
import type { Mark } from '../../src/records/result.ts';

function markOf(problem: string, field: string, value: string | string[]): Mark {
  const assignment = loadAssignment({ id: 'x', title: 'X', problems: [{ problem }] }, problems);
  const [loaded] = assignment.problems;
  const marks = loaded ? markProblem(loaded, { [field]: value }, assignment).marks : [];
  return marks.find((mark) => mark.field === field) as Mark;
}

describe('the number that was understood stands in the mark', () => {
  it.each([
    ['as written', 'a1', '0.79710', '0.79710'],
    ['in thousands', 'L', '6.2e-4', '0.00062'],
    ['as a fraction', 'yhat', '1/8', '0.125'],
    ['at the end of a chain', 'a1', 'σ(1.368) = 0.7971', '0.7971'],
    ['before it was rounded further', 'a1', 'σ(1.368) = 0.7971 ≈ 0.80', '0.7971'],
    ['in the last line of work', 'z1', ['(0.9)(0.75) = 0.675', '0.675 + 0.693 = 1.368'], '1.368'],
    ['below zero', 'z2', '−1.432', '-1.432'],
  ])('%s', (_, field, given, value) => expect(markOf('backprop-by-hand', field, given).value).toBe(value));

  it('written out', () => expect(markOf('vgg16-parameters', 'total', '138M').value).toBe('138000000'));
  it('of an accuracy', () => expect(markOf('lenet-training', 'testAccuracy', '97.63 %').value).toBe('0.9763'));
  it.each([
    ['named before it', 'test error = 8.37%', '0.9163'],
    ['with a colon', 'Error rate: 2.37 %', '0.9763'],
    ['named behind it', '2.37% test error', '0.9763'],
    ['as a share', 'error 0.0237', '0.9763'],
  ])('of an error in the place of an accuracy, %s', (_, given, value) => {
    const mark = markOf('lenet-training', 'testAccuracy', given);
    expect([mark.value, mark.notes?.join(' ')]).toEqual([
      value,
      expect.stringMatching(/named an error of .* an accuracy of/),
    ]);
  });
  it('not where none was', () => expect(markOf('backprop-by-hand', 'a1', 'no idea')).not.toHaveProperty('value'));
});

describe('the sides that were understood', () => {
  it('stand in the mark, where there are several', () => {
    expect(markOf('backprop-by-hand', 'a1', 'σ(1.368) = 0.7971').sides).toEqual(['sigmoid(1.368)', '0.7971']);
    expect(markOf('backprop-by-hand', 'a1', '0.7971')).not.toHaveProperty('sides');
  });

  it('stand in the parts, with the number on the right', () => {
    const { parts } = markOf('backprop-by-hand', 'z1', ['(0.9)(0.75) = 0.657', '(-1.1)(-0.63) = 2 * 0.3465', '1.368']);
    expect(parts).toMatchObject([
      { sides: ['0.9*0.75', '0.657'], value: '0.657', verdict: 'inconsistent', own: '0.675' },
      { sides: ['(-1.1)*(-0.63)', '2*0.3465'], verdict: 'correct' },
    ]);
    expect(parts?.[1]).not.toHaveProperty('value');
  });
});
