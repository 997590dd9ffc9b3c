import type { Dataset } from './data/images.ts';
import { divide } from './data/split.ts';
import type { Engine } from './engines/engine.ts';
import { recordOf, type TrainingRecord } from './record.ts';
import { Refusal } from './refusal.ts';
import type { Spec } from './spec.ts';
import type { Tick } from './training/epoch.ts';
import { firstWeights, networkOf } from './training/network.ts';
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
 * One training run, from data to record.
 * @throws Refusal when the split, the layers or the rate cannot work.
 */
export async function runOne(job: RunJob, data: Dataset, engine: Engine): Promise<TrainingRecord> {
  const { names, spec, resume, onTick, onEpoch, signal } = job;
  if (spec.data !== data.name) throw new Refusal(`the run wants ${spec.data}, the data given is ${data.name}`);
  const parts = divide(data, spec.split, spec.seed);
  const network = networkOf(spec.layers, [data.pool.height, data.pool.width, 1], data.classes.length);
  const from = resume ?? startFrom(firstWeights(network, spec.initialisation, spec.seed));
  const watch = { ...(onTick && { onTick }), ...(onEpoch && { onEpoch }), ...(signal && { signal }) };
  const { state, ending } = await train({ tf: engine.tf, network, spec, parts, ...watch }, from);
  return recordOf({ names, spec, data, parts, network, engine, state, ending });
}
