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
  /** Maximum unless said; `stride` is the window unless said, so that windows do not overlap. */
  | {
      readonly type: 'pool';
      readonly window: number;
      readonly stride?: number;
      readonly by?: 'maximum' | 'average';
    }
  /** `rate` is the chance that a unit is dropped; kept units are scaled by 1 / (1 − rate) in training. */
  | { readonly type: 'dropout'; readonly rate: number }
  /** Over the batch, for each channel; `momentum` is the share of a batch in the running mean and variance. */
  | { readonly type: 'batch-norm'; readonly momentum?: number; readonly epsilon?: number }
  /** For an activation that does not follow its weights at once, as after a batch norm. */
  | { readonly type: 'activation'; readonly activation: Activation };

/** `leaky-relu` keeps a hundredth of what is below 0. */
export type Activation = 'none' | 'relu' | 'leaky-relu' | 'sigmoid' | 'tanh';

/**
 * The rule for the first weights. `torch`: weights and biases uniform in ±1/√fanIn (PyTorch's default). `glorot`: uniform
 * in ±√(6/(fanIn + fanOut)), biases 0 (Keras's default). `he`: normal with variance 2/fanIn, biases 0. `convnetjs`: normal
 * with variance 1/fanIn, biases 0.1. `constant`: 0.01 everywhere, biases 0.
 */
export type Initialisation = 'torch' | 'glorot' | 'he' | 'convnetjs' | 'zero' | 'constant';

/** How a gradient becomes a step, with PyTorch's defaults where a number is left out; absent, plain gradient descent. */
export type Optimiser =
  | {
      readonly type: 'momentum';
      readonly momentum: number;
      /** What is taken from a new gradient before it is added: equal to `momentum`, the velocity is a moving average. */
      readonly dampening?: number;
      readonly nesterov?: boolean;
    }
  | { readonly type: 'rmsprop'; readonly smoothing?: number; readonly epsilon?: number }
  | { readonly type: 'adam'; readonly beta1?: number; readonly beta2?: number; readonly epsilon?: number }
  | { readonly type: 'adadelta'; readonly smoothing?: number; readonly epsilon?: number };

/** Weight decay: `rate` times the value is added to its gradient; of all that is trained, or of the weights only. */
export interface Decay {
  readonly rate: number;
  readonly only?: 'weights';
}

/**
 * How the rate changes: times `factor` after every `every` epochs (StepLR) or at the start of the epochs after those
 * listed; when the validation loss has not fallen for `plateau` epochs; or down to `cosine` along half a cosine.
 */
export type Schedule =
  | { readonly every: number; readonly factor: number }
  | { readonly after: readonly number[]; readonly factor: number }
  | { readonly plateau: number; readonly factor: number }
  | { readonly cosine: number };

/** What is done to training images, anew each time they are shown. */
export interface Augmentation {
  /** Moves the image by up to so many pixels either way; what comes in is 0. */
  readonly shift?: number;
  /** Left and right exchanged, for every second image by chance. */
  readonly flip?: boolean;
}

export const dataNames = ['mnist', 'notmnist', 'letters', 'cifar10', 'shapes'] as const;
export type DataName = (typeof dataNames)[number];

/** Everything that fixes a run, given an engine: gradient descent on softmax cross-entropy. */
export interface Spec {
  readonly data: DataName;
  readonly split: Split;
  /** Pixels, scaled to 0 … 1, become (pixel − mean) / sd. */
  readonly pixels: { readonly mean: number; readonly sd: number };
  /** Images are cut to this side: anywhere in training, in the middle elsewhere. */
  readonly crop?: number;
  readonly augmentation?: Augmentation;
  readonly layers: readonly Layer[];
  readonly initialisation: Initialisation;
  readonly rate: number;
  readonly optimiser?: Optimiser;
  readonly decay?: Decay;
  readonly batch: number;
  /** Images shown in an epoch, where that is not each training image once. */
  readonly shown?: number;
  readonly epochs: number;
  readonly schedule?: Schedule;
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
  readonly runs: Readonly<Record<string, Changes>>;
}

/** What a run changes; `null` takes away what the base has. */
export type Changes = { readonly [K in keyof Spec]?: Spec[K] | null };

/** The spec of each run by name. */
export function specsOf(task: Task): [run: string, spec: Spec][] {
  return Object.entries(task.runs).map(([run, changes]) => {
    const all = Object.entries({ ...task.base, ...changes }).filter(([, value]) => value !== null);
    return [run, Object.fromEntries(all) as unknown as Spec];
  });
}
