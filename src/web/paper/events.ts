import type { HintLevel } from '../../marking/self-check/level.ts';
import type { SelfCheck } from '../../marking/self-check/self-check.ts';
import type { Standing } from '../../marking/self-check/standing.ts';
import type { AnswerValue } from '../../records/answer-value.ts';
import type { Asked } from '../../records/located.ts';

interface Signed {
  readonly id: string;
  readonly at: string;
  readonly [member: string]: unknown;
}

/** An answer was written. `aside`: another stood there that the writer had not seen, so that one stays. */
export interface AnswerEvent extends Signed {
  readonly type: 'answer';
  readonly problem: string;
  readonly field: string;
  readonly value: AnswerValue;
  readonly aside?: boolean;
}

/** A check was asked for; it counts from here on. */
export interface CheckEvent extends Signed {
  readonly type: 'check';
  readonly hints: HintLevel;
  /** Of the answers that were checked. */
  readonly hash: string;
}

/** What was told; without it the check was lost on the way, and does not count for long. */
export interface CheckedEvent extends Signed {
  readonly type: 'checked';
  readonly of: string;
  readonly told: SelfCheck | { readonly failed: string };
}

/** What stood in the file that the paper began with, beside its answers. */
export interface BegunEvent extends Signed {
  readonly type: 'begun';
  readonly givens?: unknown;
  readonly asked?: readonly Asked[];
}

export interface HandedInEvent extends Signed {
  readonly type: 'handed-in';
  readonly hash: string;
}

export type PaperEvent = AnswerEvent | CheckEvent | CheckedEvent | BegunEvent | HandedInEvent;

/** How often a paper was checked, and what came of it: the student's own record. */
export interface Attempt {
  readonly id: string;
  readonly at: string;
  readonly hints: HintLevel;
  readonly hash: string;
  readonly right?: boolean;
  readonly counts?: Readonly<Partial<Record<Standing, number>>>;
  readonly told?: SelfCheck;
  readonly failed?: string;
}
