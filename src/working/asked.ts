import type { Given } from './given.ts';

/**
 * What a given may be in a variant: a decimal on a grid between two bounds (both included), or one of a list. Text, so
 * that the drawn number has the places of `step`.
 */
export type Domain =
  | { readonly from: string; readonly to: string; readonly step: string }
  | { readonly oneOf: readonly Given[] };

/** A field that carries points. */
export interface Ask {
  /** Of the whole field. */
  readonly points: number;
  /** Part marks, out of `points`, for lines on the way; the points of a line that is not shown stay with the answer. */
  readonly steps?: Readonly<Record<string, number>>;
  /**
   * Out of `points`, for the formula of the line. It is the field `<line>_formula`, and may stand beside the number in the
   * line's own field.
   */
  readonly formula?: number;
}

/** A convention of the field under which another formula is right; accepted where the assignment says so. */
export interface Convention {
  /** By which an assignment accepts it. */
  readonly id: string;
  /** What one does who follows it, as the middle of a sentence. */
  readonly says: string;
  /** The formulas that stand in the place of lines. */
  readonly over: Readonly<Record<string, string>>;
  /**
   * Ways in which students say that they follow it: `['biases ignored', '1 MAC = 1 FLOP']`. Numbers of one who says so are
   * right by it.
   */
  readonly said?: readonly string[];
  /** Ways in which they say that they do not: `['1 MAC = 2 FLOPs']`. */
  readonly denied?: readonly string[];
  /** How unlikely it is, in bits; 2 unless said. A rare one comes after the slips that give the same number. */
  readonly price?: number;
  /** Numbers that its formulas use beside the problem's own. */
  readonly givens?: Readonly<Record<string, string>>;
  /** Words for its own numbers. */
  readonly names?: Readonly<Record<string, string>>;
  /** Set where its values need not be whole numbers although the problem counts. */
  readonly fractions?: boolean;
}

/** Another number that a given is commonly taken to be: colour images for grey ones. */
export interface Alternative {
  /** The given that is mistaken. */
  readonly given: string;
  /** The number that it is taken to be, as text. */
  readonly value: string;
  /** What to say of it. */
  readonly says: string;
}

/** By the name of a line, a field or a given: other labels for it. */
export type Aliases = Readonly<Record<string, readonly string[]>>;
