import type { Formula } from './tree.ts';

/** Why a text is not read, and where: a character index. */
export interface Refused {
  readonly ok: false;
  readonly reason: string;
  readonly at: number;
}

/** One side of a chain of equals signs. */
export interface Side {
  readonly tree: Formula;
  readonly from: number;
  readonly to: number;
}

/** What was read: the sides of a chain, and the name before the first equals sign if there is one. */
export interface Chain {
  readonly ok: true;
  readonly sides: readonly Side[];
  readonly label?: string;
  /** Functions of a row or a column together with a matrix are meant for each row or column. */
  readonly wide?: boolean;
  /** It is code: a name before an equals sign is a variable. */
  readonly code?: true;
  /** The indices of what stands before the first equals sign, as `i` and `j` of `dL/dW_ij`. */
  readonly order?: readonly string[];
  readonly notes: readonly string[];
}

/** Stops the reading of a text. */
export class Refusal extends Error {
  readonly at: number;
  constructor(reason: string, at: number) {
    super(reason);
    this.at = at;
  }
}

/** A name that the question does not declare. */
export class Stranger extends Refusal {}
