/** How one epoch went. Losses are mean cross-entropies in nats, accuracies 0 … 1. */
export interface Epoch {
  readonly epoch: number;
  readonly rate: number;
  /** Over the batches of the epoch, as they were trained on. */
  readonly train: Score;
  readonly validation?: Score;
  readonly test: Score;
  /** Of the steps alone, and with the evaluation after them. */
  readonly trainSeconds: number;
  readonly seconds: number;
}

export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/** One line of the log: a single batch. */
export interface LogLine {
  readonly batch: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** Everything that a run needs to go on after an epoch; streams of random numbers are named, so none is stored. */
export interface State {
  readonly epochs: readonly Epoch[];
  readonly log: readonly LogLine[];
  /** Steps taken. */
  readonly steps: number;
  readonly weights: readonly Float32Array[];
  /** What the optimiser remembers; empty when it remembers nothing. */
  readonly memory: readonly Float32Array[];
  /** The weights of the epoch with the lowest validation loss, where there is a validation set. */
  readonly best?: { readonly epoch: number; readonly weights: readonly Float32Array[] };
}

/** The state before the first epoch. */
export const startFrom = (weights: readonly Float32Array[]): State => ({
  epochs: [],
  log: [],
  steps: 0,
  weights,
  memory: [],
});

/** The weights that a run hands on: the best, where validation chose them, else the last; and their epoch. */
export function chosen(state: State): { epoch: number; weights: readonly Float32Array[] } {
  return state.best ?? { epoch: state.epochs.length, weights: state.weights };
}
