/** A slip that a line may show, as it follows from the working, and the number that it gives there. */
export interface AuthorSlip {
  readonly kind: string;
  readonly says: string;
  /** How unlikely it is before any number is seen, in bits. */
  readonly price: number;
  /** What it gives where everything before it is right; undefined where it gives no number. */
  readonly value?: string;
}

export interface AuthorLine {
  readonly name: string;
  readonly words?: string;
  readonly formula: string;
  readonly worked: string;
  readonly value: string;
  readonly slips: readonly AuthorSlip[];
  /** Slips that are not shown. */
  readonly more: number;
}

/** What came of one way of proving the key. */
export interface AuthorCheck {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'error';
  readonly says: string;
}

/** Everything that follows from a problem, to be looked at before it is set. It holds the key. */
export interface AuthorView {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly fields: readonly { readonly name: string; readonly words: string; readonly asked: boolean }[];
  readonly answers: readonly { readonly name: string; readonly expected: string }[];
  readonly lines: readonly AuthorLine[];
  readonly coincidences: readonly { readonly line: string; readonly value: string; readonly says: readonly string[] }[];
  /** Other numbers, as students would get them; or why there are none. */
  readonly variants: readonly { readonly givens: string; readonly answers: string }[];
  readonly variantsSay: string;
  readonly proofs: readonly AuthorCheck[];
  /** What the problem still owes, and what is worth knowing. */
  readonly owes: readonly { readonly level: string; readonly says: string }[];
}
