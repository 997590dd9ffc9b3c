import type { Late } from './decisions.ts';
import type { Result } from './result.ts';

/** As much of a result as it takes to see what changed. */
export type Standing = Pick<Result, 'student' | 'status' | 'score' | 'submission' | 'key' | 'gradcheck'>;

/** A paper as it stood after the run before. */
export interface Earlier extends Standing {
  /** The score of each problem. */
  readonly problems: Readonly<Record<string, string>>;
  readonly late?: Pick<Late, 'days' | 'taken'>;
}

/** Everything that the page of a class is made from. */
export interface ClassRecord {
  /** The id of the assignment. */
  assignment: string;
  title: string;
  course?: string;
  /** One for each paper, in any order. */
  results: Result[];
  /** Files that are no paper of anybody. */
  broken: { file: string; says: string }[];
  /** How things stood after the run before; absent where there was none. */
  previous?: Earlier[];
}
