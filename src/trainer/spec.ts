import type { Split } from './data/split.ts';

/** One layer between the pixels and the output; the output layer (linear, one unit per class) is always there. */
export type Layer =
  | { readonly type: 'dense'; readonly units: number; readonly activation: Activation }
  | {
      readonly type: 'conv';
      readonly filters: number;
      readonly kernel: number;
      readonly padding: 'same' | 'valid';
      readonly activation: Activation;
    }
  | { readonly type: 'pool'; readonly window: number }
  /** `rate` is the chance that a unit is dropped; kept units are scaled by 1 / (1 − rate) in training. */
  | { readonly type: 'dropout'; readonly rate: number };

type Activation = 'relu' | 'sigmoid';

/**
 * The rule for the first weights. `torch`: weights and biases uniform in ±1/√fanIn (PyTorch's default). `glorot`: uniform
 * in ±√(6/(fanIn + fanOut)), biases 0 (Keras's default). `he`: normal with variance 2/fanIn, biases 0. `constant`: 0.01
 * everywhere, biases 0.
 */
export type Initialisation = 'torch' | 'glorot' | 'he' | 'zero' | 'constant';

export type DataName = 'mnist' | 'notmnist' | 'letters';

/** Everything that fixes a run, given an engine: plain stochastic gradient descent on softmax cross-entropy. */
export interface Spec {
  readonly data: DataName;
  readonly split: Split;
  /** Pixels, scaled to 0 … 1, become (pixel − mean) / sd. */
  readonly pixels: { readonly mean: number; readonly sd: number };
  readonly layers: readonly Layer[];
  readonly initialisation: Initialisation;
  readonly rate: number;
  readonly batch: number;
  readonly epochs: number;
  /** StepLR: after every `every` epochs the rate is multiplied by `factor`. */
  readonly schedule?: { readonly every: number; readonly factor: number };
  /** Stop after this many epochs in a row without a lower validation loss; needs a validation set. */
  readonly patience?: number;
  /** Note loss and accuracy of the batch every so many batches. */
  readonly logEvery?: number;
  readonly seed: number;
}

/** A task: one spec and the runs that change it. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly base: Spec;
  readonly runs: Readonly<Record<string, Partial<Spec>>>;
}

/** The spec of each run by name. */
export function specsOf(task: Task): [run: string, spec: Spec][] {
  return Object.entries(task.runs).map(([run, changes]) => [run, { ...task.base, ...changes }]);
}
