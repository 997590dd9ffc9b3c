import type { Damaged, Dataset } from './data/images.ts';
import type { Parts } from './data/split.ts';
import type { Engine, EngineLabel } from './engines/engine.ts';
import { type Pictures, picturesOf } from './pictures.ts';
import type { Spec } from './spec.ts';
import { evaluate } from './training/evaluate.ts';
import { type Confusion, confusionOf } from './training/metrics.ts';
import { firstWeights, type Network } from './training/network.ts';
import { chosen, type Epoch, type LogLine, type State } from './training/state.ts';
import { type Symmetry, symmetryOf } from './training/symmetry.ts';
import { type Ending, tensorsOf } from './training/train.ts';

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

/** Evaluates the kept weights on the test set and writes the run down. */
export function recordOf(finished: Finished): TrainingRecord {
  const { names, spec, data, parts, network, engine, state, ending } = finished;
  const { tf, ...label } = engine;
  const { epoch, weights: values } = chosen(state);
  const weights = tensorsOf(tf, network, values);
  const evaluation = evaluate(tf, network, weights, parts.test, spec);
  const pictures = picturesOf(tf, network, { values, weights }, parts.test, evaluation, spec);
  for (const tensor of weights) tensor.dispose();
  const symmetry = symmetryOf(network, firstWeights(network, spec.initialisation, spec.seed), values);
  const { name, classes, sha256, damaged } = data;
  const images = data.pool.labels.length + (data.test?.labels.length ?? 0);
  return {
    version: 1,
    ...names,
    spec,
    data: { name, classes, images, sha256, damaged },
    engine: { ...label, node: process.versions.node },
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
