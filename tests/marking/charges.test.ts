import { describe, expect, it } from 'vitest';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { markProblem } from '../../src/marking/problem.ts';
import { defineProblem } from '../../src/working/problem.ts';

/** p = 30, q = 37, r = 74: only q and r carry points. */
const problem = defineProblem({
  id: 'sums',
  title: 'Sums',
  rounding: { exact: true },
  givens: { a: '5', b: '6', c: '7' },
  working: { p: 'a*b', q: 'p + c', r: '2*q' },
  asks: { r: { points: 4, steps: { q: 1 } } },
});
const assignment = loadAssignment({ id: 'x', title: 'X', problems: [{ problem: 'sums' }] }, [problem]);

function pointsOf(answers: Record<string, string>): Record<string, string> {
  const [loaded] = assignment.problems;
  if (!loaded) throw new Error('nothing is loaded');
  return Object.fromEntries(markProblem(loaded, answers, assignment).marks.map(({ field, points }) => [field, points]));
}

describe('a slip in a line without points', () => {
  it.each([
    // p = 11 adds where it must multiply; 18 and 36 follow.
    [
      'is charged on the first line with points that follows, once',
      { p: '11', q: '18', r: '36' },
      { p: '0', q: '0', r: '3' },
    ],
    ['is charged on the answer where that is the first', { p: '11', r: '36' }, { p: '0', r: '0' }],
    ['costs nothing where the answer is right all the same', { p: '11', q: '37', r: '74' }, { p: '0', q: '1', r: '3' }],
    ['leaves a slip in a line with points as it is', { p: '30', q: '36', r: '72' }, { p: '0', q: '0', r: '3' }],
  ])('%s', (_, answers, points) => expect(pointsOf(answers)).toEqual(points));
});
