import type { Parts } from '../data/split.ts';
import type { Model } from '../engines/model.ts';
import type { Spec } from '../spec.ts';
import { type Tick, trainEpoch } from './epoch.ts';
import { evaluate } from './evaluate.ts';
import type { Network } from './network.ts';
import { rateAt, shouldStop, sinceLowest } from './schedule.ts';
import type { Epoch, Score, State } from './state.ts';

/** How a run ended. */
export type Ending = 'all-epochs' | 'early-stopping' | 'interrupted';

export interface TrainJob {
  /** Holds the values of the state that is trained from. */
  readonly model: Model;
  readonly network: Network;
  readonly spec: Spec;
  readonly parts: Parts;
  readonly onTick?: (tick: Tick) => void;
  readonly onEpoch?: (state: State) => void;
  readonly signal?: AbortSignal;
}

const validationLosses = (epochs: readonly Epoch[]) => epochs.flatMap(({ validation }) => validation?.loss ?? []);

async function scores({ model, network, spec, parts }: TrainJob): Promise<{ validation?: Score; test: Score }> {
  const score = async (images: Parts['test']): Promise<Score> => {
    const { loss, accuracy } = await evaluate(model, images, network.classes, spec);
    return { loss, accuracy };
  };
  const validation = parts.validation.labels.length > 0 ? await score(parts.validation) : undefined;
  return { ...(validation && { validation }), test: await score(parts.test) };
}

async function oneEpoch(job: TrainJob, state: State): Promise<State | undefined> {
  const { model, network, spec, parts, onTick, signal } = job;
  const started = performance.now();
  const epoch = state.epochs.length + 1;
  const rate = rateAt(spec, state.epochs);
  const watch = { ...(onTick && { onTick }), ...(signal && { signal }) };
  const done = await trainEpoch({
    model,
    network,
    spec,
    images: parts.train,
    epoch,
    rate,
    steps: state.steps,
    ...watch,
  });
  if (!done) return undefined;
  const trainSeconds = (performance.now() - started) / 1000;
  const scored = await scores(job);
  const values = await model.values();
  const seconds = (performance.now() - started) / 1000;
  const epochs = [...state.epochs, { epoch, rate, train: done.train, ...scored, trainSeconds, seconds }];
  const isBest = scored.validation && sinceLowest(validationLosses(epochs)) === 0;
  const best = isBest ? { epoch, weights: values.weights } : state.best;
  return { epochs, log: [...state.log, ...done.log], steps: done.steps, ...values, ...(best && { best }) };
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
