import type { ProblemResult, Result } from './result.ts';
import { schemaErrors } from './schema.ts';

/** A result record as stored, or undefined where the text is none of this version: it is then made anew. */
export function readResult(text: string): Result | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return schemaErrors('result', value).length === 0 && addsUp(value as Result) ? (value as Result) : undefined;
  } catch {
    return undefined;
  }
}

/** Do the points of the lines add up to those of the problems, and these to the score? A record edited by hand may not. */
function addsUp({ score, problems, adjustments }: Result): boolean {
  const isSum = (total: string, parts: readonly { points: string }[]): boolean =>
    Math.abs(parts.reduce((sum, { points }) => sum + Number(points), 0) - Number(total)) <= 0.01 * (parts.length + 1);
  const whole = problems.map((problem) => ({ points: problem.score }));
  const taken = adjustments?.late ? [{ points: `-${adjustments.late.taken}` }] : [];
  const set = (problem: ProblemResult) => problem.adjusted !== undefined || problem.excused !== undefined;
  return (
    (adjustments?.excused ? Number(score) === 0 : isSum(score, [...whole, ...taken])) &&
    problems.every((problem) => set(problem) || isSum(problem.score, problem.marks))
  );
}

/** The record as it is stored: indented, so that two versions can be compared line by line. */
export const resultText = (result: Result): string => `${JSON.stringify(result, null, 2)}\n`;
