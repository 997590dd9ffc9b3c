import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { selfCheck } from '../../src/marking/self-check/self-check.ts';

const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: 'backprop-by-hand' }] }, problems);

/** What a student is told of one line at a level of hints. */
function told(field: string, answer: string, level: 1 | 2 | 3): string | undefined {
  const submission = { assignment: 'a', student: 's', hash: '', answers: { 'backprop-by-hand': { [field]: answer } } };
  const check = selfCheck(gradePaper(assignment, submission), submission, level);
  return check.problems[0]?.looks.find((look) => look.field === field)?.says;
}

describe('the key cannot be asked out of the self-check', () => {
  // The key of a1 is 0.7971.
  it.each([
    ['two places', '0.80', '0.60'],
    ['two places, cut off', '0.79', '0.69'],
    ['three places', '0.797', '0.697'],
  ])('digit by digit: %s, right as far as they go or not', (_, near, far) => {
    for (const level of [1, 2, 3] as const) expect(told('a1', near, level)).toBe(told('a1', far, level));
  });

  // The key of dL_dw3 is 0.00062158 before it is rounded.
  it.each([
    ['its sign', 'dL_dw3', '-0.00062158', /sign/i],
    ['its point', 'dL_dw3', '0.0062158', /point|size|digits are right/i],
    ['the order of its digits', 'a1', '0.7917', /exchanged|copied/i],
  ])('by %s', (_, field, answer, hint) => {
    for (const level of [2, 3] as const) expect(told(field, answer, level)).not.toMatch(hint);
  });
});
