import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { markProblem } from '../../src/marking/problem.ts';
import type { AnswerValue } from '../../src/reading/value.ts';
import type { Mark } from '../../src/records/result.ts';

const policy = { solutionShown: true, degenerate: 'no-points', roundingShare: 0.5 } as const;

/** The marks of one shipped problem's answers, by field. */
export function marked(
  problem: string,
  answers: Readonly<Record<string, AnswerValue>>,
  givens?: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, Mark>> {
  const set = { problem, ...(givens && { givens }) };
  const [loaded] = loadAssignment({ id: 'a', title: 'A', problems: [set] }, problems).problems;
  if (!loaded) throw new Error(problem);
  return Object.fromEntries(markProblem(loaded, answers, policy).marks.map((mark) => [mark.field, mark]));
}
