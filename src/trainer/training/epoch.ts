import { setImmediate } from 'node:timers/promises';
import { type Images, pick } from '../data/images.ts';
import type { Batch, Model } from '../engines/model.ts';
import { randomFrom, shuffled } from '../random.ts';
import { Refusal } from '../refusal.ts';
import type { Spec } from '../spec.ts';
import { dropoutMasks, trainingValues } from './batch.ts';
import { judge } from './loss.ts';
import type { Network } from './network.ts';
import type { LogLine, Score } from './state.ts';

/** What is seen of a run while it goes. */
export interface Tick {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  readonly loss: number;
  readonly accuracy: number;
}

export interface EpochJob {
  readonly model: Model;
  readonly network: Network;
  readonly spec: Spec;
  readonly images: Images;
  readonly epoch: number;
  readonly rate: number;
  /** Steps taken before this epoch. */
  readonly steps: number;
  readonly onTick?: (tick: Tick) => void;
  readonly signal?: AbortSignal;
}

/** A loss this far above ln 10 ≈ 2.3, the loss of a guess, does not come back. */
const hopeless = 1e4;

function mustBeFinite(loss: number, { epoch, spec }: EpochJob, batch: number): void {
  if (Number.isFinite(loss) && loss < hopeless) return;
  const where = `epoch ${epoch}, batch ${batch}, learning rate ${spec.rate}`;
  throw new Refusal(`the run diverged: the loss became ${loss} (${where}); lower the learning rate`);
}

function batchOf({ network, spec, images, steps }: EpochJob, order: Uint32Array, number: number): Batch {
  const part = pick(images, order.subarray(number * spec.batch, (number + 1) * spec.batch));
  return {
    images: trainingValues(part, spec, spec.seed, steps + number),
    labels: part.labels,
    masks: dropoutMasks(network, part.labels.length, spec.seed, steps + number),
  };
}

/** The images of an epoch, in an order that seed and epoch fix: all of them again and again until enough are shown. */
function orderOf({ images, spec, epoch }: EpochJob): Uint32Array {
  const random = randomFrom(`${spec.seed}/order/${epoch}`);
  const count = images.labels.length;
  const order = new Uint32Array(spec.shown ?? count);
  for (let start = 0; start < order.length; start += count) {
    order.set(shuffled(count, random).subarray(0, order.length - start), start);
  }
  return order;
}

/**
 * Trains for one epoch, every image once in an order that seed and epoch fix.
 * @returns undefined when the signal stopped it on the way.
 * @throws Refusal when the loss is no longer finite.
 */
export async function trainEpoch(job: EpochJob): Promise<{ train: Score; log: LogLine[]; steps: number } | undefined> {
  const { model, network, spec, epoch, steps } = job;
  const order = orderOf(job);
  const batches = Math.ceil(order.length / spec.batch);
  const log: LogLine[] = [];
  let loss = 0;
  let right = 0;
  for (let i = 0; i < batches; i += 1) {
    const batch = batchOf(job, order, i);
    const count = batch.labels.length;
    const done = judge(await model.step(batch, job.rate, steps + i + 1), batch.labels, network.classes);
    mustBeFinite(done.loss / count, job, i + 1);
    loss += done.loss;
    right += done.right;
    const seen = { batch: steps + i + 1, loss: done.loss / count, accuracy: done.right / count };
    if (spec.logEvery && seen.batch % spec.logEvery === 0) log.push(seen);
    job.onTick?.({ epoch, batches, ...seen, batch: i + 1 });
    // Lets a message to stop come in.
    if (i % 16 === 15) await setImmediate();
    if (job.signal?.aborted) return undefined;
  }
  return { train: { loss: loss / order.length, accuracy: right / order.length }, log, steps: steps + batches };
}
