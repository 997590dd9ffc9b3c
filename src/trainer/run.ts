import type { Dataset } from './data/images.ts';
import { divide } from './data/split.ts';
import type { Engine } from './engines/model.ts';
import { rulesOf } from './optimisers/rules.ts';
import { recordOf, type TrainingRecord } from './record.ts';
import { Refusal } from './refusal.ts';
import type { Spec } from './spec.ts';
import type { Tick } from './training/epoch.ts';
import { firstWeights } from './training/first-weights.ts';
import { type Network, networkOf } from './training/network.ts';
import { type State, startFrom } from './training/state.ts';
import { train } from './training/train.ts';

export interface RunJob {
  readonly names: Pick<TrainingRecord, 'task' | 'title' | 'run'>;
  readonly spec: Spec;
  /** Where an earlier run of the same spec stopped. */
  readonly resume?: State;
  readonly onTick?: (tick: Tick) => void;
  readonly onEpoch?: (state: State) => void;
  readonly signal?: AbortSignal;
}

/**
 * The network of a run.
 * @throws Refusal when a layer does not fit, or the images are too small to be cut.
 */
export function networkFor({ layers, crop }: Spec, { pool, classes, name }: Dataset): Network {
  const { height, width, channels } = pool;
  if (crop !== undefined && crop > Math.min(height, width)) {
    throw new Refusal(`/crop: ${crop} × ${crop} cannot be cut from the ${height} × ${width} images of ${name}`);
  }
  return networkOf(layers, [crop ?? height, crop ?? width, channels], classes.length);
}

/**
 * One training run, from data to record.
 * @throws Refusal when the split, the layers or the rate cannot work.
 */
export async function runOne(job: RunJob, data: Dataset, engine: Engine): Promise<TrainingRecord> {
  const { names, spec, resume, onTick, onEpoch, signal } = job;
  if (spec.data !== data.name) throw new Refusal(`the run wants ${spec.data}, the data given is ${data.name}`);
  const parts = divide(data, spec.split, spec.seed);
  const network = networkFor(spec, data);
  const from = resume ?? startFrom(firstWeights(network, spec.initialisation, spec.seed));
  const watch = { ...(onTick && { onTick }), ...(onEpoch && { onEpoch }), ...(signal && { signal }) };
  const model = await engine.load(network, from, rulesOf(network, spec));
  try {
    const { state, ending } = await train({ model, network, spec, parts, ...watch }, from);
    return await recordOf({ names, spec, data, parts, network, engine, state, ending });
  } finally {
    await model.close();
  }
}
