import type {
  AccuracyField,
  ClaimsField,
  LogField,
  MatrixField,
  PairsField,
  RatesField,
  ReportedField,
  TableField,
} from './reported-field.ts';

export type * from './reported-field.ts';

/** The number of a line of the working. Every line is such a field; an author declares the others. */
export interface NumberField {
  readonly kind: 'number';
  readonly name: string;
}

/** A formula: that of a line, or one in the declared symbols of the question. */
export interface FormulaField {
  readonly kind: 'formula';
  readonly name: string;
  /** The line whose formula is asked for. */
  readonly of?: string;
  /** The right formula itself; the first is shown, and slips are looked for in every way to write it. */
  readonly right?: string | readonly string[];
  /** Other formulas that are right too, and what is said of them. */
  readonly also?: readonly { readonly formula: string; readonly says: string }[];
  /** What it is, in words. */
  readonly words?: string;
  /** How else it is called before an equals sign. */
  readonly written?: readonly string[];
}

/** A derivation: each line follows from the one before, and the last is the formula. */
export interface DerivationField extends Omit<FormulaField, 'kind'> {
  readonly kind: 'derivation';
}

/** An interval of numbers, such as the range of a function. */
export interface IntervalField {
  readonly kind: 'interval';
  readonly name: string;
  /** `-1`, `0`, `inf`. */
  readonly low: string;
  readonly high: string;
  /** Which ends belong to it. */
  readonly closed?: 'low' | 'high' | 'both';
  readonly because: string;
}

/** An answer that a person marks. */
export interface PersonField {
  readonly kind: 'person';
  readonly name: string;
  /** The given that lists what the person looks for. */
  readonly rubric?: string;
}

/** The lines that together make a shape. */
export interface ShapeField {
  readonly kind: 'shape';
  readonly name: string;
  readonly sides: readonly string[];
  readonly channels?: string;
}

/** Matrices whose every cell is a line of the working: the line names, matrix by matrix and row by row. */
export interface CellsField {
  readonly kind: 'cells';
  readonly name: string;
  readonly matrices: readonly (readonly (readonly string[])[])[];
}

/** The weights of a small network that is to compute a table. */
export interface WeightsField {
  readonly kind: 'weights';
  readonly name: string;
  /** The given that names the activation of the hidden units: `step`, `sigmoid`, `relu`. */
  readonly activation: string;
  readonly table: readonly { readonly inputs: readonly number[]; readonly output: 0 | 1 }[];
}

/** A choice of names. Which is right follows from a number of each; without one it is for the paper to say. */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly name: string;
  /** Each with the other words for it. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** The number of each option, and which of them is asked for. */
  readonly of?: () => Readonly<Record<string, number>>;
  readonly pick?: 'most' | 'least';
  /** What is counted: "parameters". */
  readonly what?: string;
}

/** What a submission may answer. Each kind has its folder in `kinds`; one that is missing there does not compile. */
export type Field = NumberField | DeclaredField;

/** A field that an author declares: all but the lines themselves. */
export type DeclaredField =
  | FormulaField
  | DerivationField
  | ShapeField
  | CellsField
  | WeightsField
  | ChoiceField
  | IntervalField
  | AccuracyField
  | ReportedField
  | MatrixField
  | PairsField
  | ClaimsField
  | TableField
  | RatesField
  | LogField
  | PersonField;
