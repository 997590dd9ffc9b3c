import type { Expression } from '../../expressions/tree.ts';
import type { SlipKind } from '../../records/result.ts';

/** What an edit did, in words; formulas and names stand between back-ticks. */
export interface Wording {
  /** "The factor `w6` is missing." */
  readonly says: string;
  /** The kind of slip without any number. */
  readonly hint: string;
  /** What would have caught it. */
  readonly check: string;
}

/**
 * One change of one formula, as a person makes it. `trace` says what was done and where, free of names: the same trace
 * in lines of the same shape is one consistent slip.
 */
export interface Edit {
  readonly kind: SlipKind;
  /** Bits: how unlikely this sort of slip is before any number is seen. */
  readonly price: number;
  readonly tree: Expression;
  readonly trace: string;
  readonly wording: Wording;
}

/** Prices in bits, before they are normalised: measured guesses, to be estimated again from real papers. */
export const prices = {
  dropped: 2.5,
  sign: 3,
  skipped: 3,
  digit: 3,
  alternative: 3.5,
  swapped: 4,
  copied: 4,
  wrongFunction: 4.5,
  power: 4.5,
  offByOne: 4.5,
  takenAs: 4.5,
  extra: 5,
  inverted: 5,
  floorCeil: 5,
  exchanged: 5,
  magnitude: 5,
  operator: 5.5,
  convention: 2,
} as const;
