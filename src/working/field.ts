import type { ReferenceBand } from './reference-band.ts';

/** The number of a line of the working. Every line is such a field; an author declares the others. */
export interface NumberField {
  readonly kind: 'number';
  readonly name: string;
}

/** A line's formula. */
export interface FormulaField {
  readonly kind: 'formula';
  readonly name: string;
  readonly of: string;
}

/** A reported accuracy; `testSize` and `trainSize` are the givens that say on how many images. */
export interface AccuracyField {
  readonly kind: 'accuracy';
  readonly name: string;
  readonly testSize: string;
  readonly trainSize?: string;
  readonly band: () => ReferenceBand;
}

/** An answer that a person marks. */
export interface PersonField {
  readonly kind: 'person';
  readonly name: string;
}

/** The lines that together make a shape. */
export interface ShapeField {
  readonly kind: 'shape';
  readonly name: string;
  readonly sides: readonly string[];
  readonly channels?: string;
}

/** A choice of names. */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly name: string;
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly right: string;
  /** Why, with the numbers. */
  readonly because: string;
}

/** What a submission may answer. Each kind has its folder in `kinds`; one that is missing there does not compile. */
export type Field = NumberField | DeclaredField;

/** A field that an author declares: all but the lines themselves. */
export type DeclaredField = FormulaField | AccuracyField | PersonField | ShapeField | ChoiceField;
