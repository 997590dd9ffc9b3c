import type { Result, Status } from '../records/result.ts';
import { version } from '../version.ts';
import type { LoadedAssignment } from './assignment.ts';
import { pointsText } from './points.ts';

/** Why a paper has no marks, and what of it is known. */
export interface Ungraded {
  readonly student: string;
  readonly hash: string;
  readonly status: Status;
  readonly messages: readonly string[];
}

/** The result of a paper that was not graded. All its points wait: nobody has judged the work. */
export function ungraded(assignment: LoadedAssignment, { student, hash, status, messages }: Ungraded): Result {
  const points = pointsText(assignment.problems.reduce((total, problem) => total + problem.points, 0));
  return {
    version: 1,
    assignment: assignment.id,
    title: assignment.title,
    ...(assignment.course !== undefined && { course: assignment.course }),
    student,
    score: '0',
    outOf: points,
    waiting: points,
    status,
    messages: [...messages],
    submission: hash,
    key: assignment.keyHash,
    gradcheck: version,
    solutionShown: assignment.solutionShown,
    problems: [],
  };
}
