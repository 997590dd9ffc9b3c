import type { Mark, Verdict } from '../../records/result.ts';
import { type Asked, isShort } from './asked.ts';

/** How a line stands, as far as a student is told before handing in. */
export const standings = ['right', 'carried', 'look', 'unreadable', 'blank', 'review'] as const;
export type Standing = (typeof standings)[number];

export const standingOf: Readonly<Record<Verdict, Standing>> = {
  correct: 'right',
  consistent: 'right',
  carried: 'carried',
  rounding: 'look',
  slip: 'look',
  wrong: 'look',
  inconsistent: 'look',
  implausible: 'look',
  unreadable: 'unreadable',
  blank: 'blank',
  review: 'review',
};

/**
 * A short number is one to look at, whether a person would read it because it agrees as far as it goes, or it is wrong:
 * who could tell the two apart would find the key one digit after the other.
 */
export const standingIn = (mark: Mark, asked: Asked): Standing =>
  mark.verdict === 'review' && isShort(mark, asked) ? 'look' : standingOf[mark.verdict];
