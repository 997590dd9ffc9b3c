import { adjusted } from '../adjustments/adjusted.ts';
import { type Book, bookOf } from '../adjustments/book.ts';
import type { LoadedAssignment } from '../marking/assignment.ts';
import { gradePaper } from '../marking/paper.ts';
import { complaintText } from '../records/complaint.ts';
import type { Result } from '../records/result.ts';
import type { Submission } from '../records/submission.ts';
import { version } from '../version.ts';
import { withGroups } from './groups.ts';
import type { Paper } from './paper.ts';
import type { PapersOfStudents } from './sort.ts';
import { ungraded } from './ungraded.ts';

/** One student's result, and whether it was taken from an earlier run. */
export interface Graded {
  readonly result: Result;
  readonly reused: boolean;
}

/** Earlier results by student. */
export type Previous = ReadonlyMap<string, Result>;

/**
 * Grades the papers of an assignment one by one, each by itself: a fault in one costs no other. An earlier result is
 * taken again when paper, key and version are the same, so an interrupted run goes on where it stopped. What people
 * decided is put to each result anew.
 */
export function* gradeBatch(
  assignment: LoadedAssignment,
  students: PapersOfStudents,
  previous: Previous = new Map(),
  book: Book = bookOf({ entries: [] }),
): Generator<Graded> {
  for (const [student, papers] of withGroups(students, book)) {
    const result = gradeStudent(assignment, student, papers, previous.get(student));
    yield { result: adjusted(result, book), reused: result === previous.get(student) };
  }
}

function gradeStudent(
  assignment: LoadedAssignment,
  student: string,
  papers: readonly Paper[],
  earlier: Result | undefined,
): Result {
  const [paper, second] = papers;
  if (!paper) throw new Error(`no paper of ${student}`);
  const { reading, author } = paper;
  const hash = reading.ok ? reading.submission.hash : reading.unusable.hash;
  const status = 'invalid-submission';
  if (second) return ungraded(assignment, { student, hash, status, messages: [twice(student, papers)] });
  const messages = reading.complaints.map(complaintText);
  if (!reading.ok) return ungraded(assignment, { student, hash, status, messages });
  return earlier && isCurrent(earlier, assignment, hash)
    ? earlier
    : gradeSafely(assignment, { ...reading.submission, student, ...(author !== undefined && { author }) }, messages);
}

/** Which paper counts is for the student or the course to say, so neither is graded. */
const twice = (student: string, papers: readonly Paper[]): string =>
  `${papers.map(({ file }) => file).join(' and ')} are different papers by "${student}"; keep the one that counts and grade again`;

/** Marks a paper. What goes wrong in Gradcheck itself is told, and is not the student's loss. */
function gradeSafely(assignment: LoadedAssignment, submission: Submission, messages: readonly string[]): Result {
  const { student, hash } = submission;
  try {
    const result = gradePaper(assignment, submission);
    const all = [...messages, ...(result.messages ?? [])];
    if (all.length === 0) return result;
    return { ...result, status: result.status === 'graded' ? 'needs-review' : result.status, messages: all };
  } catch (fault) {
    const says = `Gradcheck itself failed on this paper (${fault instanceof Error ? fault.message : String(fault)}); please report it`;
    return ungraded(assignment, { student, hash, status: 'grader-error', messages: [...messages, says] });
  }
}

function isCurrent(result: Result, assignment: LoadedAssignment, hash: string): boolean {
  const graded = result.status === 'graded' || result.status === 'needs-review';
  const headings = (of: Pick<Result, 'title' | 'course'> & { problems: readonly { id: string; title: string }[] }) =>
    JSON.stringify([of.title, of.course, of.problems.map(({ id, title }) => [id, title])]);
  return (
    graded &&
    result.submission === hash &&
    result.key === assignment.keyHash &&
    result.gradcheck === version &&
    headings(result) === headings(assignment)
  );
}
