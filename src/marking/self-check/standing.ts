import type { Verdict } from '../../records/result.ts';

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
