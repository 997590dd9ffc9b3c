import type { Damaged, Dataset } from './data/images.ts';
import type { Parts } from './data/split.ts';
import { type Engine, type EngineLabel, labelOf } from './engines/model.ts';
import { type Pictures, picturesOf } from './pictures.ts';
import type { Spec } from './spec.ts';
import { evaluate } from './training/evaluate.ts';
import { firstWeights } from './training/first-weights.ts';
import { type Confusion, confusionOf } from './training/metrics.ts';
import { type Network, trainedIn } from './training/network.ts';
import { chosen, type Epoch, type LogLine, type State } from './training/state.ts';
import { type Symmetry, symmetryOf } from './training/symmetry.ts';
import type { Ending } from './training/train.ts';

/** One run as data: everything that its page shows, and all that is needed to run it again. */
export interface TrainingRecord {
  readonly version: 1;
  readonly task: string;
  readonly title: string;
  readonly run: string;
  readonly spec: Spec;
  readonly data: {
    readonly name: string;
    readonly classes: readonly string[];
    readonly images: number;
    readonly sha256: string;
    readonly damaged: readonly Damaged[];
  };
  /** Weights and biases in all, and of each layer with the shape that leaves it; the output layer is the last. */
  readonly parameters: number;
  readonly layers: readonly { readonly output: readonly number[]; readonly parameters: number }[];
  readonly engine: EngineLabel & { readonly node: string };
  readonly ending: Ending;
  readonly epochs: readonly Epoch[];
  /** The epoch whose weights were kept; 0 is the untrained network. */
  readonly chosen: number;
  readonly log: readonly LogLine[];
  readonly test: {
    readonly images: number;
    readonly loss: number;
    readonly accuracy: number;
    readonly confusion: Confusion;
  };
  readonly symmetry?: Symmetry;
  readonly pictures: Pictures;
  /** Of training, evaluation between epochs included. */
  readonly seconds: number;
  /** The largest resident set of the run's process, bytes. */
  readonly peakMemory: number;
}

export interface Finished {
  readonly names: Pick<TrainingRecord, 'task' | 'title' | 'run'>;
  readonly spec: Spec;
  readonly data: Dataset;
  readonly parts: Parts;
  readonly network: Network;
  readonly engine: Engine;
  readonly state: State;
  readonly ending: Ending;
}

async function evaluated({ engine, network, parts, spec }: Finished, weights: readonly Float32Array[]) {
  const model = await engine.load(network, { weights, memory: [] }, []);
  try {
    return await evaluate(model, parts.test, network.classes, spec);
  } finally {
    await model.close();
  }
}

/** Evaluates the kept weights on the test set and writes the run down. */
export async function recordOf(finished: Finished): Promise<TrainingRecord> {
  const { names, spec, data, parts, network, engine, state, ending } = finished;
  const { epoch, weights: values } = chosen(state);
  const evaluation = await evaluated(finished, values);
  const pictures = picturesOf(network, values, parts.test, evaluation, spec);
  const symmetry = symmetryOf(network, firstWeights(network, spec.initialisation, spec.seed), values);
  const { name, classes, sha256, damaged } = data;
  const images = data.pool.labels.length + (data.test?.labels.length ?? 0);
  return {
    version: 1,
    ...names,
    spec,
    data: { name, classes, images, sha256, damaged },
    parameters: network.layers.reduce((sum, placed) => sum + trainedIn(placed), 0),
    layers: network.layers.map((placed) => ({ output: placed.output, parameters: trainedIn(placed) })),
    engine: { ...labelOf(engine), node: process.versions.node },
    ending,
    epochs: state.epochs,
    chosen: epoch,
    log: state.log,
    test: {
      images: parts.test.labels.length,
      loss: evaluation.loss,
      accuracy: evaluation.accuracy,
      confusion: confusionOf(parts.test.labels, evaluation.predicted, classes.length),
    },
    ...(symmetry && { symmetry }),
    pictures,
    seconds: state.epochs.reduce((sum, { seconds }) => sum + seconds, 0),
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}
