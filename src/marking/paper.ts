import { Overspent, withBudget } from '../exact/budget.ts';
import { limits } from '../exact/limits.ts';
import { didYouMean, nearest } from '../records/nearest.ts';
import type { ProblemResult, Result } from '../records/result.ts';
import type { Submission } from '../records/submission.ts';
import { version } from '../version.ts';
import { forStudent, givensOf, type LoadedAssignment } from './assignment.ts';
import { pointsText } from './points.ts';
import { markProblem } from './problem.ts';
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

function marked(assignment: LoadedAssignment, submission: Submission): Result {
  const own = forStudent(assignment, submission.author ?? submission.student);
  const problems = own.problems.map((loaded) =>
    markProblem(loaded, submission.answers[loaded.id] ?? {}, assignment, {
      ...submission,
      ...misnamed(loaded.id, assignment, submission),
    }),
  );
  const total = (of: 'score' | 'outOf' | 'waiting'): string =>
    pointsText(problems.reduce((sum, problem) => sum + Number(problem[of]), 0));
  const messages = [
    ...strangers(assignment, submission),
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
  };
}

/** The name under which the answers to a problem were likely handed in, where none stand under its own. */
function misnamed(id: string, { problems }: LoadedAssignment, { answers }: Submission): { misnamed?: string } {
  const open = problems.map((problem) => problem.id).filter((name) => !Object.hasOwn(answers, name));
  if (!open.includes(id)) return {};
  const strangers = Object.keys(answers).filter((name) => !problems.some((problem) => problem.id === name));
  const name = strangers.find((one) => (nearest(one, open) ?? (open.length === 1 ? open[0] : undefined)) === id);
  return name === undefined ? {} : { misnamed: name };
}

function strangers({ problems }: LoadedAssignment, { answers }: Submission): string[] {
  const names = problems.map(({ id }) => id);
  return Object.keys(answers)
    .filter((name) => !names.includes(name))
    .map((name) => `/answers/${name}: this assignment sets no problem "${name}"; ${didYouMean(name, names)}`);
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
