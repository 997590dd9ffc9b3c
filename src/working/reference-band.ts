/** What was measured after each epoch; empty where it was not kept. Accuracies are 0 … 1, losses are in nats. */
export interface ReferenceSeries {
  readonly accuracy: readonly number[];
  readonly loss: readonly number[];
}

/** What one seed of reference runs gave. */
export interface ReferenceSeed {
  /** On the test set, of the weights that were kept. */
  readonly accuracy: number;
  /** The epoch of those weights, from 1. */
  readonly chosen: number;
  readonly train?: ReferenceSeries;
  readonly validation?: ReferenceSeries;
  readonly test: ReferenceSeries;
}

/** The part of a band file (written by `gradcheck bands`) that reported results are held against. */
export interface ReferenceBand {
  readonly spec: {
    readonly split: { readonly train: number; readonly validation?: number; readonly test: number };
    /** Early stopping: no run ends before one epoch more. */
    readonly patience?: number;
    readonly [setting: string]: unknown;
  };
  readonly seeds: readonly ReferenceSeed[];
}

/**
 * Reference runs under one reading of the question: `when` says what the reading takes for granted ("with momentum 0.9"),
 * and is left out for the recipe as it is stated.
 */
export interface ReferenceSetting {
  readonly when?: string;
  readonly band: () => ReferenceBand;
}
