import type { Slot } from './fields.ts';
import type { Scope } from './scope.ts';

/** How surely a label says which field it is: the confidence of what is placed by it. */
export const confidences = {
  /** A place that a template keeps for the field. */
  template: 1,
  symbol: 0.98,
  words: 0.97,
  row: 0.96,
  beside: 0.95,
  under: 0.93,
  within: 0.92,
  meaning: 0.92,
  context: 0.91,
  unit: 0.9,
  sentence: 0.9,
  only: 0.85,
} as const;

export type Evidence = keyof typeof confidences;

/** Something in the document that may be the answer to a field. */
export interface Candidate {
  readonly slot: Slot;
  readonly text: string;
  /** Its lines, where they are read one by one. */
  readonly lines?: readonly string[];
  /** Where it stands: the number of a source, and an offset in it. */
  readonly source: number;
  readonly at: number;
  readonly by: Evidence;
  /** The label by which it was found. */
  readonly label: string;
  readonly scope: Scope['by'];
  /** Its place in the order of statements. */
  readonly order: number;
  readonly block: number;
  /** Boxed, underlined or bold. */
  readonly shown: boolean;
  /** In a program or in what one printed. */
  readonly printed: boolean;
  /** Lines of work that a template keeps beside it. */
  readonly work?: readonly string[];
}

/** What may be any of several fields. */
export interface Doubt {
  readonly slots: readonly Slot[];
  readonly text: string;
  readonly label: string;
  readonly source: number;
  readonly at: number;
}
