import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { fieldsOf } from '../../src/kinds/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { markProblem } from '../../src/marking/problem.ts';
import { isBlank } from '../../src/reading/value.ts';

const marked = (id: string, answers: Record<string, string>): string[] => {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: id }] }, problems);
  const [loaded] = assignment.problems;
  if (!loaded) throw new Error('nothing is loaded');
  const { marks, unknown = [] } = markProblem(loaded, answers, assignment);
  return [...marks, ...unknown].map(({ field }) => field);
};

describe('every answer that was handed in has a mark or is named as unknown', () => {
  // By the table, a convention that is accepted, nothing follows from the parts of a block.
  it('a line that leads nowhere by the convention which the paper follows', () => {
    const answers = { 'inception3b.project': 'abc', inception3b: '1000' };
    expect(marked('googlenet-parameters', answers)).toEqual(expect.arrayContaining(Object.keys(answers)));
  });

  it.each(problems.map((problem) => [problem.id, problem] as const))('%s', (id, problem) => {
    const fields = fieldsOf(problem.work(problem.givens)).map(({ name }) => name);
    const value = fc.constantFrom('0', '1000', '-1', '0.5', 'abc', '1e400', '=', '28x28', '', '?', '1+1=3', '\u202e7');
    const papers = fc.dictionary(fc.constantFrom(...fields, 'nobody', '__proto__', 'Z1'), value, { maxKeys: 6 });
    fc.assert(
      fc.property(papers, (answers) => {
        const handedIn = Object.keys(answers).filter((field) => !isBlank(answers[field] ?? null));
        expect(marked(id, answers)).toEqual(expect.arrayContaining(handedIn));
      }),
      // Explaining a wrong line of a large network takes long.
      { numRuns: fields.length > 12 ? 5 : 50 },
    );
  });
});
