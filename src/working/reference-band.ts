/** The part of a band file (written by `gradcheck bands`) that a reported accuracy is held against. */
export interface ReferenceBand {
  readonly spec: { readonly split: { readonly train: number; readonly test: number } };
  /** One entry per seed: test accuracies (0 … 1) after each epoch, and of the weights that were kept. */
  readonly seeds: readonly { readonly epochs: readonly number[]; readonly accuracy: number }[];
}
