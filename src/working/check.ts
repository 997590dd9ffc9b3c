/** Something that must hold between the numbers of a paper, whatever the run was. */
export interface Check {
  /** The field that the finding stands beside. */
  readonly of: string;
  /** A relation over the paper's own numbers and the givens: `accuracy = trace/total`. */
  readonly holds: string;
  /** What is wrong where it does not: `{accuracy}` is the number as written, `{left}` and `{right}` the two sides. */
  readonly says: string;
  /** Another relation that an honest number may meet in its place, and what is asked then: the best of a log, not its last. */
  readonly or?: { readonly holds: string; readonly notes: string };
  /** The table each of whose rows it must hold for; its columns are names then. */
  readonly each?: string;
  /** It speaks of single batches: lines of a log that are averages over an epoch are left out. */
  readonly ofBatches?: true;
  /** A field without which nothing speaks for the answer: where it was not handed in or not read, a person decides. */
  readonly needs?: string;
  /** The number can be worked out from the paper, so a wrong one is the student's loss; else a person decides. */
  readonly charged?: boolean;
}

/**
 * By what is known of a run ("test accuracy") the fields that state it, each as a formula over the paper's own numbers, or
 * several of which any is honest: the last of a log, and the best of it.
 */
export type Results = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
