/** How two formulas compare. */
export type Comparison =
  | { readonly kind: 'equal' }
  /** Equal wherever both are defined, but one of them is defined at points where the other is not. */
  | { readonly kind: 'domain'; readonly missing: 'yours' | 'right'; readonly at: string }
  | { readonly kind: 'different'; readonly at?: string; readonly yours?: string; readonly right?: string }
  /** The shapes do not fit: within the formula, or against the right one. */
  | { readonly kind: 'shape'; readonly says: string }
  /** Defined at too few points to say. */
  | { readonly kind: 'undecided'; readonly why: string };

/** How a formula is meant: does a row or a column go together with each row or column of a matrix? */
export interface Meaning {
  readonly wide?: boolean;
  /** The indices of what stands before the equals sign, the rows' first. */
  readonly order?: readonly string[];
}
