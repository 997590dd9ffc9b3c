import type { LoadedAssignment } from '../marking/assignment.ts';
import { gradePaper } from '../marking/paper.ts';
import { ungraded } from '../marking/ungraded.ts';
import { complaintText } from '../records/complaint.ts';
import type { Result } from '../records/result.ts';
import type { Submission, SubmissionReading } from '../records/submission.ts';

const status = 'invalid-submission';

/** Whose result it is; `author`: who handed the paper in, where that is another member of the student's group. */
export interface Whose {
  readonly student: string;
  readonly author?: string | undefined;
}

/** Grades one paper by itself: a fault in it, or in Gradcheck, costs no other. */
export function gradeOne(assignment: LoadedAssignment, { student, author }: Whose, reading: SubmissionReading): Result {
  const messages = reading.complaints.map(complaintText);
  if (reading.ok)
    return gradeSafely(
      assignment,
      { ...reading.submission, student, ...(author !== undefined && { author }) },
      messages,
    );
  return ungraded(assignment, { student, hash: reading.unusable.hash, status, messages });
}

/** Different papers by one student: which of them counts is for the student or the course to say. */
export function gradeNeither(
  assignment: LoadedAssignment,
  student: string,
  papers: readonly { readonly file: string; readonly hash: string }[],
): Result {
  const files = papers.map(({ file }) => file).join(' and ');
  const says = `${files} are different papers by "${student}"; keep the one that counts and grade again`;
  return ungraded(assignment, { student, hash: papers[0]?.hash ?? '', status, messages: [says] });
}

/** What goes wrong in Gradcheck itself is told, and is not the student's loss. */
export function gradedWrongly(assignment: LoadedAssignment, student: string, hash: string, fault: unknown): Result {
  const reason = fault instanceof Error ? fault.message : String(fault);
  const says = `Gradcheck itself failed on this paper (${reason}); please report it`;
  return ungraded(assignment, { student, hash, status: 'grader-error', messages: [says] });
}

function gradeSafely(assignment: LoadedAssignment, submission: Submission, messages: readonly string[]): Result {
  const { student, hash } = submission;
  try {
    const result = gradePaper(assignment, submission);
    const all = [...messages, ...(result.messages ?? []).filter((one) => !isTold(one, result, messages))];
    if (all.length === 0) return result;
    return { ...result, status: result.status === 'graded' ? 'needs-review' : result.status, messages: all };
  } catch (fault) {
    const result = gradedWrongly(assignment, student, hash, fault);
    return { ...result, messages: [...messages, ...(result.messages ?? [])] };
  }
}

/** What the reader said of a problem that is not set, with file and line, is not said again. */
const isTold = (message: string, { unknown = [] }: Result, told: readonly string[]): boolean =>
  unknown.some(
    ({ problem }) =>
      message.startsWith(`/answers/${problem}: `) && told.some((one) => one.includes(` /answers/${problem}: `)),
  );
