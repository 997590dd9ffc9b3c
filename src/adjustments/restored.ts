import type { Mark, ProblemResult, Result } from '../records/result.ts';

/** The result as the machine made it: adjusting it twice is adjusting it once. */
export function restored(result: Result): Result {
  const { machine, adjustments, ...rest } = result;
  return { ...rest, ...machine, problems: result.problems.map(restoredProblem) };
}

function restoredProblem(problem: ProblemResult): ProblemResult {
  const { machine, adjusted, excused, comments, ...rest } = problem;
  return { ...rest, ...machine, marks: problem.marks.map(restoredMark) };
}

function restoredMark(mark: Mark): Mark {
  const { machine, adjusted, comments, ...rest } = mark;
  if (!machine) return rest;
  const { waiting, ...own } = rest;
  return { ...own, ...machine };
}
