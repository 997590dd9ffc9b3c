import { expect, it, test } from 'vitest';
import { problems } from '../../problems/index.ts';
import { Overspent, spend, withBudget } from '../../src/exact/budget.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { readSubmission } from '../../src/records/submission.ts';

const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: 'googlenet-parameters' }] }, problems);
const fields = assignment.problems[0]?.working.lines.map(({ name }) => name) ?? [];
const long = (unit: string): string => `${unit.repeat(Math.floor(1900 / unit.length))}1`;

function statusOf(lines: number, line: string): string {
  const answers = Object.fromEntries(fields.map((field) => [field, Array(lines).fill(line)]));
  const text = JSON.stringify({ assignment: 'a', student: 's', answers: { 'googlenet-parameters': answers } });
  const reading = readSubmission(text, 's.json');
  if (!reading.ok) throw new Error('unusable');
  const result = gradePaper(assignment, reading.submission);
  expect(schemaErrors('result', result)).toEqual([]);
  return result.status;
}

const cases: [id: string, lines: number, line: string, status: string][] = [
  ['all lines shown twice', 2, '(7*7*3)*64 + 64 = 9472', 'needs-review'],
  ['ten long sums in every field', 10, long('1+'), 'timeout'],
  ['a few powers in every field', 1, long('1.1^1.1+'), 'timeout'],
  ['a few functions in every field', 1, long('exp(0.1)+'), 'timeout'],
];
test.each(cases)('the budget of a paper is in steps: %s', (_, lines, line, status) => {
  expect(statusOf(lines, line)).toBe(status);
});

it('gives the same end to the same paper, whatever was marked before it', () => {
  const work = (): void => {
    for (let i = 0; i < 10; i += 1) spend(1);
  };
  for (let i = 0; i < 3; i += 1) {
    expect(() => withBudget(10, work)).not.toThrow();
    expect(() => withBudget(9, work)).toThrow(Overspent);
  }
  expect(() => spend(1e9)).not.toThrow();
});

const formulas = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: 'tanh' }] }, problems);

test.each([
  ['a derivation as people write it', Array(20).fill('\\tanh^2(x) + 1 - \\tanh^2(x) - \\tanh^2(x)'), false],
  ['a hundred lines of two thousand factors', Array(100).fill(`${'x*'.repeat(1900)}x`), true],
])('the budget holds for formulas: %s', (_, lines, ends) => {
  const text = JSON.stringify({ assignment: 'a', student: 's', answers: { tanh: { derivation: lines } } });
  const reading = readSubmission(text, 's.json');
  if (!reading.ok) throw new Error('unusable');
  expect(gradePaper(formulas, reading.submission).status === 'timeout').toBe(ends);
});
