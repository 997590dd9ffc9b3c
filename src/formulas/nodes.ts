import type { Fn } from '../expressions/functions/fn.ts';

/**
 * A formula over scalars, vectors and matrices. What a scalar formula is made of means the same here, so that every
 * `Expression` is a `Formula`; a product is the ordered product of matrices, and functions are applied to each cell.
 */
export type Formula =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly { readonly negative: boolean; readonly of: Formula }[] }
  | { readonly kind: 'product'; readonly factors: readonly { readonly inverse: boolean; readonly of: Formula }[] }
  | { readonly kind: 'power'; readonly base: Formula; readonly exponent: Formula }
  | { readonly kind: 'call'; readonly fn: Fn; readonly args: readonly Formula[] }
  | ArrayNode;

type ArrayNode =
  /** Cell by cell: times, divided by, to the power of. */
  | { readonly kind: 'cellwise'; readonly op: CellOp; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'transpose'; readonly of: Formula }
  /** Rows of blocks. */
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Formula[])[] }
  /** One cell: two indices of a matrix, one of a vector; counted from 1. */
  | { readonly kind: 'at'; readonly of: Formula; readonly indices: readonly Formula[] }
  /** A vector or matrix cell by cell: a formula for each value of its indices. */
  | { readonly kind: 'each'; readonly rows?: string; readonly columns?: string; readonly of: Formula }
  /** Over an index from 1; without a bound, over all that the arrays it stands in have. `where` leaves some out. */
  | {
      readonly kind: 'fold';
      readonly op: FoldOp;
      readonly index: string;
      readonly to?: Formula;
      readonly where?: Formula;
      readonly of: Formula;
    }
  /**
   * All cells, or along an axis: 0 gives one number for each column, 1 one for each row. `first` goes along the first axis
   * that is longer than 1, `flat` leaves an array of one axis.
   */
  | {
      readonly kind: 'reduce';
      readonly op: FoldOp | 'mean';
      readonly axis?: Axis;
      readonly flat?: boolean;
      readonly first?: boolean;
      readonly of: Formula;
    }
  /** A block of an array: rows and columns from one to another, counted from 1; without them all. */
  | {
      readonly kind: 'slice';
      readonly of: Formula;
      readonly rows?: Stretch;
      readonly columns?: Stretch;
      readonly flat?: boolean;
    }
  /** The same cells in another shape, taken row by row or column by column; a side left out follows from the other. */
  | {
      readonly kind: 'reshape';
      readonly of: Formula;
      readonly rows?: Formula;
      readonly columns?: Formula;
      readonly down?: boolean;
      readonly flat?: boolean;
    }
  /** Laid side by side so many times, down and across. A number so laid is an array full of it. */
  | { readonly kind: 'repeat'; readonly of: Formula; readonly down: Formula; readonly across: Formula }
  /** The matrix with a vector on its diagonal, and 0 elsewhere. */
  | { readonly kind: 'diagonal'; readonly of: Formula }
  | { readonly kind: 'softmax'; readonly axis?: Axis; readonly of: Formula }
  /** 1 where it holds, else 0. */
  | { readonly kind: 'compare'; readonly op: CompareOp; readonly left: Formula; readonly right: Formula }
  /** The first whose condition holds; one without holds always. */
  | { readonly kind: 'cases'; readonly cases: readonly { readonly of: Formula; readonly when?: Formula }[] }
  | { readonly kind: 'derivative'; readonly of: Formula; readonly by: string };

/** From one place to another, both with it; a bound left out is the first or the last. */
export interface Stretch {
  readonly from?: Formula;
  readonly to?: Formula;
}

export type CellOp = '*' | '/' | '^';
export type FoldOp = 'sum' | 'product' | 'max' | 'min';
export type CompareOp = '<' | '>' | '<=' | '>=' | '=' | '!=';
export type Axis = 0 | 1;
