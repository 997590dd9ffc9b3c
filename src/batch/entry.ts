import { createHash } from 'node:crypto';
import type { Book } from '../adjustments/book.ts';
import type { LoadedAssignment, LoadedProblem } from '../marking/assignment.ts';
import type { Late } from '../records/decisions.ts';
import type { Result, Status } from '../records/result.ts';
import { version } from '../version.ts';

/** What one paper may take of a machine. */
export interface PaperLimits {
  readonly seconds: number;
  /** Megabytes of heap. */
  readonly memory: number;
}

/** A graded paper as its line in the journal: what a gradebook and a later run need of it. */
export interface Entry {
  readonly student: string;
  readonly status: Status;
  readonly score: string;
  readonly outOf: string;
  readonly waiting: string;
  /** The score of each problem. */
  readonly problems: Readonly<Record<string, string>>;
  readonly excused?: true;
  /** How late the paper is, and the points that this took off. */
  readonly late?: Pick<Late, 'days' | 'taken'>;
  readonly messages?: readonly string[];
  readonly submission: string;
  readonly key: string;
  readonly gradcheck: string;
  /** sha256 of all else that the files are made from. */
  readonly made: string;
  /** sha256 of what people decided about the paper; empty where nobody did. */
  readonly decided: string;
  /** sha256 of each file that was written, by its ending. */
  readonly files: Readonly<Record<string, string>>;
  /** What a paper that took too much was given. */
  readonly limits?: PaperLimits;
}

export const sha256 = (text: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Of what the files are made from beside paper and key; `build` tells apart what has the same version. */
export function madeOf(assignment: LoadedAssignment, build: string, author?: string): string {
  const words = said.get(assignment.problems) ?? sha256(JSON.stringify(assignment.problems.map(saidOf), asSource));
  said.set(assignment.problems, words);
  return sha256(JSON.stringify([build, assignment.title, assignment.course, words, author]));
}

const said = new WeakMap<LoadedAssignment['problems'], string>();

/** What an author declares of a problem beside its key: its words, and the slips and functions of a course. */
function saidOf({ id, title, working }: LoadedProblem): readonly unknown[] {
  const { names, groups, conventions, misconceptions, alternatives, aliases, fields, functions, operators } = working;
  const declared = [names, groups, conventions, misconceptions, alternatives, aliases, fields, functions, operators];
  return [id, title, declared, (working.variants ?? []).map(({ says }) => says)];
}

/** Two functions with the same source do the same. */
const asSource = (_: string, value: unknown): unknown => {
  if (value instanceof Map) return [...value];
  return typeof value === 'function' ? String(value) : value;
};

/** Of all that people decided about a student's paper. */
export function decidedOf(book: Book, student: string): string {
  const [entries, group] = [book.of(student), book.groupOf(student)];
  return entries.length === 0 && !group ? '' : sha256(JSON.stringify([entries, group, book.policy]));
}

type Made = Pick<Entry, 'made' | 'decided' | 'files' | 'limits'>;

/** The journal's line for a result. */
export function entryOf(result: Result, made: Made): Entry {
  const { student, status, score, outOf, waiting, messages, submission, key, gradcheck, adjustments } = result;
  const problems = Object.fromEntries(result.problems.map((problem) => [problem.id, problem.score]));
  const { excused, late } = adjustments ?? {};
  const said = {
    ...(excused && { excused: true as const }),
    ...(late && { late: { days: late.days, taken: late.taken } }),
    ...(messages && { messages }),
  };
  return { student, status, score, outOf, waiting, problems, ...said, submission, key, gradcheck, ...made };
}

/** The sha256 of each text. */
export const hashesOf = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sha256(text)]));

/** Would grading the paper again make the same files? A paper that took too much is given more before it is tried again. */
export function isCurrent(
  entry: Entry,
  paper: { readonly hash: string; readonly key: string; readonly made: string; readonly limits: PaperLimits },
): boolean {
  const { status, limits } = entry;
  const settled = status === 'graded' || status === 'needs-review' || (status === 'timeout' && limits !== undefined);
  const more = limits && (paper.limits.seconds > limits.seconds || paper.limits.memory > limits.memory);
  const same = entry.submission === paper.hash && entry.key === paper.key && entry.made === paper.made;
  return settled && same && !more && entry.gradcheck === version;
}
