import type { Result } from './result.ts';

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
  /** The results of the run before; absent where there was none. */
  previous?: Result[];
}
