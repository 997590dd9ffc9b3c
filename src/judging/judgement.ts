import type { Interval } from '../exact/interval.ts';
import type { Explained } from '../slips/explain.ts';
import type { Message } from '../working/message.ts';
import type { Line } from '../working/problem.ts';

/** What else is to be said of a line. Only `charged-here` costs points; of `degenerate` and `no-order` a person decides. */
export type Remark =
  | 'more-places'
  | 'digits-beyond'
  | 'cut-beyond'
  | 'hidden'
  | 'not-from-own'
  | 'recomputed'
  | 'mixed'
  | 'same-slip'
  | 'repaired'
  | 'degenerate'
  | 'no-order'
  | 'charged-here'
  | 'fewer-places'
  | 'one-digit'
  | 'weak';

/** What one written line deserves, and why. */
export interface Judgement {
  readonly line: Line;
  readonly verdict: 'correct' | 'carried' | 'rounding' | 'slip' | 'wrong';
  /** The wrong lines it follows from (`carried`), or was repaired after. */
  readonly roots: readonly string[];
  readonly remarks: readonly Remark[];
  /** For `rounding`: what was done. */
  readonly habit?: Message;
  /** The value that the student's own numbers lead to, where they are not the solution's. */
  readonly follows?: Interval;
  readonly explained?: Explained;
  /** The key has at most one significant digit at the places asked: agreement says little. */
  readonly weak: boolean;
}

/** A judgement before its line is named. */
export type Finding = Omit<Judgement, 'line' | 'weak'>;
