import type { Mark, ProblemResult, Result, Status, Verdict } from '../../records/result.ts';
import { studentFileName } from '../file-name.ts';
import { lineAnchor } from '../student/places.ts';
import { type Badge, badge } from '../verdicts.ts';
import type { Link } from './view.ts';

/** A line of somebody's paper. */
export interface Found {
  readonly result: Result;
  readonly problem: ProblemResult;
  readonly mark: Mark;
  /** The place of the problem in the result, and of the line in the problem. */
  readonly at: readonly [problem: number, line: number];
}

/** Was the paper marked? One that could not be counts neither for nor against anybody, nor in any number here. */
export const isMarked = ({ status }: Pick<Result, 'status'>): boolean =>
  status === 'graded' || status === 'needs-review';

/** Every line of the marked papers. */
export const linesOf = (results: readonly Result[]): Found[] =>
  results
    .filter(isMarked)
    .flatMap((result) =>
      result.problems.flatMap((problem, p) =>
        problem.marks.map((mark, i): Found => ({ result, problem, mark, at: [p, i] })),
      ),
    );

const pageOf = ({ student }: Result): string => `pages/${studentFileName(student)}.html`;

const standings: Readonly<Record<Status, string>> = {
  graded: '',
  'needs-review': '',
  'invalid-submission': 'cannot be marked',
  'grader-error': 'a fault of the grader',
  timeout: 'took too long',
};

/** Why a paper has no score, in words; empty where it has one. */
export const standingOf = ({ status }: Pick<Result, 'status'>): string => standings[status];

/** A link to a paper. */
export const linkTo = (result: Result): Link => ({ student: result.student, href: pageOf(result) });

/** A link to a line. */
export const linkToLine = ({ result, mark, at: [problem, line] }: Found, shown = false): Link => ({
  student: result.student,
  href: `${pageOf(result)}#${lineAnchor(problem, line)}`,
  ...(shown && mark.given !== undefined && { where: `${mark.field}: ${mark.given}` }),
});

/** The verdicts of lines by how much attention they need, least first. */
const attention: readonly Verdict[] = [
  'correct',
  'consistent',
  'carried',
  'rounding',
  'blank',
  'slip',
  'wrong',
  'inconsistent',
  'implausible',
  'review',
  'unreadable',
];

/** The verdict of a problem that needs most attention; undefined for a problem without lines. */
export function hardest({ marks }: ProblemResult): Badge | undefined {
  if (marks.length > 0 && marks.every(({ verdict }) => verdict === 'blank')) return badge('blank');
  const most = Math.max(...marks.map(({ verdict }) => attention.indexOf(verdict)));
  const verdict = attention[most];
  return verdict && badge(verdict);
}

/** Items under what they have in common, in order of appearance. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
