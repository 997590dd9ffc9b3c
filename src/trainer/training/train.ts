import type { Parts } from '../data/split.ts';
import type { Tensor, Tensors } from '../engines/tensors.ts';
import type { Spec } from '../spec.ts';
import { type Tick, trainEpoch } from './epoch.ts';
import { evaluate } from './evaluate.ts';
import type { Network } from './network.ts';
import { rateAt, shouldStop, sinceLowest } from './schedule.ts';
import type { Epoch, Score, State } from './state.ts';

/** How a run ended. */
export type Ending = 'all-epochs' | 'early-stopping' | 'interrupted';

export interface TrainJob {
  readonly tf: Tensors;
  readonly network: Network;
  readonly spec: Spec;
  readonly parts: Parts;
  readonly onTick?: (tick: Tick) => void;
  readonly onEpoch?: (state: State) => void;
  readonly signal?: AbortSignal;
}

/** Copies of values as tensors of the network's parameters. */
export function tensorsOf(tf: Tensors, network: Network, values: readonly Float32Array[]): Tensor[] {
  return values.map((value, i) => tf.tensor(value.slice(), network.parameters[i]?.shape ?? []));
}

const validationLosses = (epochs: readonly Epoch[]) => epochs.flatMap(({ validation }) => validation?.loss ?? []);

function scores(job: TrainJob, weights: readonly Tensor[]): { validation?: Score; test: Score } {
  const { tf, network, spec, parts } = job;
  const score = (images: Parts['test']): Score => {
    const { loss, accuracy } = evaluate(tf, network, weights, images, spec);
    return { loss, accuracy };
  };
  return {
    ...(parts.validation.labels.length > 0 && { validation: score(parts.validation) }),
    test: score(parts.test),
  };
}

async function oneEpoch(job: TrainJob, state: State): Promise<State | undefined> {
  const { tf, network, spec, parts, onTick, signal } = job;
  const started = performance.now();
  const epoch = state.epochs.length + 1;
  const rate = rateAt(epoch, spec.rate, spec.schedule);
  const watch = { ...(onTick && { onTick }), ...(signal && { signal }) };
  const epochJob = { tf, network, spec, images: parts.train, epoch, rate, steps: state.steps, ...watch };
  const done = await trainEpoch(epochJob, tensorsOf(tf, network, state.weights));
  if (!done) return undefined;
  const trainSeconds = (performance.now() - started) / 1000;
  const scored = scores(job, done.weights);
  const weights = done.weights.map((tensor) => Float32Array.from(tensor.dataSync()));
  for (const tensor of done.weights) tensor.dispose();
  const seconds = (performance.now() - started) / 1000;
  const epochs = [...state.epochs, { epoch, rate, train: done.train, ...scored, trainSeconds, seconds }];
  const isBest = scored.validation && sinceLowest(validationLosses(epochs)) === 0;
  const best = isBest ? { epoch, weights } : state.best;
  return { epochs, log: [...state.log, ...done.log], steps: done.steps, weights, ...(best && { best }) };
}

/**
 * Trains from a state to the end: all epochs, early stopping, or the signal. The state after each epoch goes to `onEpoch`;
 * a run that goes on from it ends with the same weights as one that was never stopped.
 * @throws Refusal when the run diverges.
 */
export async function train(job: TrainJob, from: State): Promise<{ state: State; ending: Ending }> {
  let state = from;
  while (state.epochs.length < job.spec.epochs) {
    if (shouldStop(validationLosses(state.epochs), job.spec.patience)) return { state, ending: 'early-stopping' };
    const next = job.signal?.aborted ? undefined : await oneEpoch(job, state);
    if (!next) return { state, ending: 'interrupted' };
    state = next;
    job.onEpoch?.(state);
  }
  const stopped = shouldStop(validationLosses(state.epochs), job.spec.patience);
  return { state, ending: stopped ? 'early-stopping' : 'all-epochs' };
}
