import type { ReferenceSetting } from './reference-band.ts';

/** A reported accuracy; `testSize` and `trainSize` are the numbers of the paper, or givens, that say on how many images: the first there is. */
export interface AccuracyField {
  readonly kind: 'accuracy';
  readonly name: string;
  readonly testSize?: string | readonly string[];
  readonly trainSize?: string | readonly string[];
  /** The number of the paper, or the given, that says how many classes there are, so what guessing gives. */
  readonly classes?: string;
  /** What the accuracy was measured on; the test set unless said. */
  readonly of?: 'validation' | 'test';
  /**
   * What reference runs gave: by the recipe as stated, then by each other reading that the question allows. Without them
   * nothing outside the paper speaks for or against the number.
   */
  readonly runs?: readonly ReferenceSetting[];
}

/** A reported number that is no share: a loss, a count of epochs. */
export interface ReportedField {
  readonly kind: 'reported';
  readonly name: string;
  readonly least?: number;
}

/** A table of counts, true classes along one side and predicted ones along the other. */
export interface MatrixField {
  readonly kind: 'matrix';
  readonly name: string;
  /** The given that lists the classes. */
  readonly labels: string;
  /** The choice field that says what the rows are: its options are `true` and `predicted`. */
  readonly rowsAre?: string;
  /** The given with the number of examples of each class, where the question says it. */
  readonly support?: string;
  /** Other words for classes, and names for groups of them. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

/** The pairs of classes that are confused most, by the paper's own matrix. */
export interface PairsField {
  readonly kind: 'pairs';
  readonly name: string;
  /** The matrix field. */
  readonly of: string;
}

/** What the paper says of its own matrix, each in one of the forms or as a formula. */
export interface ClaimsField {
  readonly kind: 'claims';
  readonly name: string;
  readonly of: string;
  /** `{ says: '{a} is taken for {b} {n} times', holds: 'count(a, b) = n' }`. */
  readonly forms: readonly { readonly says: string; readonly holds: string }[];
}

/** A table of reported results: its columns, by the words that may head them. */
export interface TableField {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: readonly Column[];
  /** Where each row reports a run of its own. */
  readonly runs?: RowRuns;
}

/** The reference runs that the rows of a table are held against, the numbers of a row together. */
export interface RowRuns {
  /** A row is held against the readings whose settings are what these columns of it say; another row against none. */
  readonly by: Readonly<Record<string, string>>;
  readonly readings: readonly ReferenceSetting[];
  /** What the columns report; an accuracy is a column of shares. */
  readonly numbers: Readonly<
    Record<string, { readonly of: 'train' | 'validation' | 'test'; readonly measure: 'accuracy' | 'loss' }>
  >;
  /** The numbers of the paper, or givens, that say on how many images: the first there is. */
  readonly images: string | readonly string[];
}

export interface Column {
  readonly name: string;
  /** What the column is called in tables; its name will do as well. */
  readonly headings?: readonly string[];
  /** Text is kept as it is; a share is one of 1, whether it was written so or in per cent. */
  readonly of?: 'number' | 'text' | 'share';
  /** What a log prints in it, in whatever words: `val_acc`, `Test Accuracy of the model`. */
  readonly is?: Measured;
}

/** What is measured of a run, and on which images: of several sets the first that there is. */
export interface Measured {
  readonly measure: 'accuracy' | 'loss';
  readonly of: 'train' | 'validation' | 'test' | readonly ('train' | 'validation' | 'test')[];
}

/** Precision and recall of each class, in the order of the classes. */
export interface RatesField {
  readonly kind: 'rates';
  readonly name: string;
  /** The given with the number of examples of each class, by class. */
  readonly support: string;
}

/** A training log as it was pasted; each column by the words that stand before its numbers. */
export interface LogField {
  readonly kind: 'log';
  readonly name: string;
  readonly columns: readonly Column[];
}
