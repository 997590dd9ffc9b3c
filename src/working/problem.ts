import type { Rounding } from '../exact/rounding.ts';
import type { Expression } from '../expressions/tree.ts';

/** A given as the author or an assignment writes it: a number as text, or lists of them. */
export type Given = string | readonly Given[] | { readonly [name: string]: Given };

/** What an author writes. Everything else about a problem is derived from it. */
export interface Declaration {
  readonly id: string;
  readonly title: string;
  readonly rounding: Rounding;
  readonly givens: Readonly<Record<string, Given>>;
  /** Named lines in the plain notation, in working order. */
  readonly working: Readonly<Record<string, string>>;
  /** The fields that carry points; `points` are shares of the problem's points. */
  readonly asks: Readonly<Record<string, Ask>>;
  /** The words of the messages: what each symbol is. */
  readonly names?: Readonly<Record<string, string>>;
  /** Every line is a positive whole number: a count, a size. */
  readonly counts?: boolean;
}

export interface Ask {
  readonly points: number;
  /** Part marks for lines on the way to the answer. */
  readonly steps?: Readonly<Record<string, number>>;
}

/** One line of a worked solution, read. */
export interface Line {
  readonly name: string;
  readonly formula: Expression;
  /** The lines and givens it uses. */
  readonly inputs: readonly string[];
}
