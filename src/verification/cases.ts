import { type LoadedAssignment, loadAssignment } from '../marking/assignment.ts';
import { markProblem } from '../marking/problem.ts';
import type { AnswerValue } from '../reading/value.ts';
import type { SlipKind, Verdict } from '../records/result.ts';
import type { Problem } from '../working/problem.ts';

/** Answers as written, with the verdicts that they deserve. A case never changes; a wrong one is replaced and says why. */
export interface Case {
  readonly id: string;
  readonly givens?: Problem['givens'];
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly expect: Readonly<Record<string, Verdict>>;
  /** The kind of the likeliest slip, by field. */
  readonly slips?: Readonly<Record<string, SlipKind>>;
}

/** What a case came to that it should not have; nothing where all is as expected. */
export function failuresOf(problem: Problem, one: Case): string[] {
  const assignment = assignmentOf(problem, one.givens);
  const [loaded] = assignment.problems;
  if (!loaded) return [];
  const { marks, unknown = [] } = markProblem(loaded, one.answers, assignment);
  const found = new Map(marks.map((mark) => [mark.field, mark]));
  const strangers = unknown.map(({ field, says }) => `${field}: ${says}`);
  const verdicts = Object.entries(one.expect).flatMap(([field, verdict]) => {
    const mark = found.get(field);
    return mark?.verdict === verdict
      ? []
      : [`${field}: ${verdict} is expected and ${mark?.verdict ?? 'no mark'} found`];
  });
  const kinds = Object.entries(one.slips ?? {}).flatMap(([field, kind]) => {
    const first = found.get(field)?.slips?.[0]?.kind;
    return first === kind ? [] : [`${field}: the slip "${kind}" is expected and "${first ?? 'none'}" found`];
  });
  return [...strangers, ...verdicts, ...kinds];
}

const published = new WeakMap<Problem, LoadedAssignment>();

/** The published givens are loaded once, because the marker keeps with them what it has worked out. */
function assignmentOf(problem: Problem, givens: Problem['givens'] | undefined): LoadedAssignment {
  const load = (set: object): LoadedAssignment => {
    const problems = [{ problem: problem.id, ...set }];
    return loadAssignment({ id: 'cases', title: 'Cases', problems }, [problem]);
  };
  if (givens) return load({ givens });
  const known = published.get(problem) ?? load({});
  published.set(problem, known);
  return known;
}
