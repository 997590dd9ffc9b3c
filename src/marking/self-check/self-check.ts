import type { Mark, ProblemResult, Result } from '../../records/result.ts';
import type { Submission } from '../../records/submission.ts';
import { type Seen, seenIn, withoutNews } from '../disclosure.ts';
import { askedIn } from './asked.ts';
import { hintFor } from './hint.ts';
import type { HintLevel } from './level.ts';
import { type Standing, standingIn, standings } from './standing.ts';

/** A line to look at, and what may be said of it. */
interface Look {
  readonly field: string;
  readonly standing: Standing;
  readonly says: string;
}

export interface ProblemCheck {
  readonly id: string;
  readonly title: string;
  /** How many lines stand how; nothing for none. */
  readonly counts: Readonly<Partial<Record<Standing, number>>>;
  /** From level 1 on: the first wrong line, and every line that cannot be read. */
  readonly looks: readonly Look[];
  /** Names that are no field. */
  readonly unknown: readonly string[];
}

/** What a student is told of a paper. It holds no value of the key, nor anything that one can be computed from. */
export interface SelfCheck {
  readonly version: 1;
  readonly assignment: string;
  readonly student: string;
  readonly hints: HintLevel;
  /** How often this paper was checked, with this time; absent where nobody could keep count. */
  readonly checks?: number;
  /** Is everything that was asked for answered, and known to be right? */
  readonly right: boolean;
  /** Is there nothing to mend before handing in? What a person will read may still be wrong. */
  readonly done: boolean;
  readonly problems: readonly ProblemCheck[];
}

/** Tells of a paper, marked with its solution, what a level of hints allows. */
export function selfCheck(result: Result, submission: Submission, hints: HintLevel, checks?: number): SelfCheck {
  const problems = result.problems.map((problem) => checkOf(problem, submission, hints));
  const done = problems.every(
    ({ counts, unknown }) => !counts.look && !counts.unreadable && !counts.blank && unknown.length === 0,
  );
  const right = done && problems.every(({ counts }) => !counts.review);
  const { assignment, student } = result;
  return { version: 1, assignment, student, hints, ...(checks && { checks }), right, done, problems };
}

function checkOf(problem: ProblemResult, { answers }: Submission, hints: HintLevel): ProblemCheck {
  const { id, title, marks } = problem;
  const asked = askedIn(marks);
  const counted = standings.map(
    (standing) => [standing, marks.filter((mark) => standingIn(mark, asked) === standing).length] as const,
  );
  const counts = Object.fromEntries(counted.filter(([, count]) => count > 0));
  const seen = seenIn(problem, answers[id]);
  const looks = hints === 0 ? [] : looksOf(marks, hints, seen);
  const unknown = (problem.unknown ?? []).map(
    ({ field, says }) => withoutNews(says, seen)?.replaceAll('`', '') ?? `There is no field "${field}".`,
  );
  return { id, title, counts, looks, unknown };
}

function looksOf(marks: readonly Mark[], hints: HintLevel, seen: Seen): Look[] {
  const asked = askedIn(marks);
  const first = marks.findIndex((mark) => standingIn(mark, asked) === 'look');
  return marks.flatMap((mark, at): Look[] => {
    const standing = standingIn(mark, asked);
    if (at !== first && standing !== 'unreadable') return [];
    const place = { before: marks.slice(0, at), level: hints, seen, asked };
    return [{ field: mark.field, standing, says: hintFor(mark, place) }];
  });
}
