import { Overspent, withBudget } from '../exact/budget.ts';
import { limits } from '../exact/limits.ts';
import type { ProblemResult, Result } from '../records/result.ts';
import type { Submission } from '../records/submission.ts';
import { version } from '../version.ts';
import { forStudent, givensOf, type LoadedAssignment } from './assignment.ts';
import { elsewhereIn } from './elsewhere.ts';
import { pointsText } from './points.ts';
import { markProblem, reportedIn } from './problem.ts';
import { strangersIn, underOwnProblems } from './problem-names.ts';
import { ungraded } from './ungraded.ts';

/**
 * Marks a whole paper, by the student's own givens where the assignment draws them. Pure: equal input gives an equal
 * result. Problems that the assignment does not set are named in `messages` and cost nothing; problems without answers
 * are marked as blank. A paper that asks for more work than any honest one is not marked: its status is `timeout`.
 */
export function gradePaper(assignment: LoadedAssignment, submission: Submission): Result {
  try {
    return withBudget(limits.steps, () => marked(assignment, submission));
  } catch (error) {
    if (!(error instanceof Overspent)) throw error;
    const { student, hash } = submission;
    const messages = [`${tooMuch}; a person has to look at it`];
    return ungraded(assignment, { student, hash, status: 'timeout', messages });
  }
}

const tooMuch = `this paper asks for more than ${limits.steps.toLocaleString('en')} steps of reading and arithmetic, far more than any honest one`;

function marked(assignment: LoadedAssignment, handedIn: Submission): Result {
  const own = forStudent(assignment, handedIn.author ?? handedIn.student);
  const submission = underOwnProblems(handedIn, own.problems);
  const unknown = strangersIn(submission, own.problems);
  const elsewhere = elsewhereIn(own.problems, (loaded) => reportedIn(loaded, submission.answers[loaded.id] ?? {}));
  const problems = own.problems.map((loaded) => {
    const misnamed = unknown.find(({ likely }) => likely.includes(loaded.id))?.problem;
    const found = { ...submission, elsewhere: elsewhere(loaded), ...(misnamed !== undefined && { misnamed }) };
    return markProblem(loaded, submission.answers[loaded.id] ?? {}, assignment, found);
  });
  const total = (of: 'score' | 'outOf' | 'waiting'): string =>
    pointsText(problems.reduce((sum, problem) => sum + Number(problem[of]), 0));
  const messages = [
    ...unknown.map(({ problem, says }) => `/answers/${problem}: ${says}`),
    ...problems.flatMap(unknownFields),
    ...otherGivens(own, submission),
  ];
  const waits = problems.some(({ marks }) =>
    marks.some(({ verdict }) => verdict === 'unreadable' || verdict === 'review'),
  );
  return {
    version: 1,
    assignment: assignment.id,
    title: assignment.title,
    ...(assignment.course && { course: assignment.course }),
    student: submission.student,
    score: total('score'),
    outOf: total('outOf'),
    waiting: total('waiting'),
    status: waits || messages.length > 0 ? 'needs-review' : 'graded',
    ...(messages.length > 0 && { messages }),
    submission: submission.hash,
    key: assignment.keyHash,
    gradcheck: version,
    solutionShown: assignment.solutionShown,
    problems,
    ...(unknown.length > 0 && { unknown }),
  };
}

/** A misspelt field is an answer that nobody marked. */
const unknownFields = ({ id, unknown = [] }: ProblemResult): string[] =>
  unknown.map(({ field, says }) => `/answers/${id}/${field}: ${says}`);

/** A paper that names other numbers than its student's was perhaps taken from another student. */
function otherGivens({ problems }: LoadedAssignment, { givens = {}, student, author }: Submission): string[] {
  return problems.flatMap((loaded) => {
    const { id } = loaded;
    const said = givens[id];
    if (typeof said !== 'object' || said === null) return [];
    const own = givensOf(loaded);
    const differs = Object.entries(said).find(([name, value]) => name in own && asText(value) !== asText(own[name]));
    if (!differs) return [];
    const [name, value] = differs;
    const numbers = `the paper says ${asText(value)}, and ${author ?? student} was set ${asText(own[name])}`;
    return [`/givens/${id}/${name}: ${numbers}; it may be another student's paper`];
  });
}

const asText = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 200);
