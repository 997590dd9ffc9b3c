import { setImmediate } from 'node:timers/promises';
import { type Images, pick } from '../data/images.ts';
import type { Tensor, Tensors } from '../engines/tensors.ts';
import { randomFrom, shuffled } from '../random.ts';
import { Refusal } from '../refusal.ts';
import type { Spec } from '../spec.ts';
import { dropoutMasks, imageTensor, labelTensor } from './batch.ts';
import type { Network } from './network.ts';
import type { LogLine, Score } from './state.ts';
import { type Batch, step } from './step.ts';

/** What is seen of a run while it goes. */
export interface Tick {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  readonly loss: number;
  readonly accuracy: number;
}

export interface EpochJob {
  readonly tf: Tensors;
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

function batchOf({ tf, network, spec, images, steps }: EpochJob, order: Uint32Array, number: number): [Batch, Images] {
  const part = pick(images, order.subarray(number * spec.batch, (number + 1) * spec.batch));
  const batch = {
    images: imageTensor(tf, part, spec.pixels),
    onehot: labelTensor(tf, part.labels, network.classes),
    masks: dropoutMasks(tf, network, part.labels.length, spec.seed, steps + number),
  };
  return [batch, part];
}

const countRight = (labels: Uint8Array, predicted: ArrayLike<number>) =>
  labels.reduce((right, label, i) => right + (predicted[i] === label ? 1 : 0), 0);

/**
 * Trains for one epoch, every image once in an order that seed and epoch fix. Takes the weights and disposes of them.
 * @returns undefined when the signal stopped it on the way.
 * @throws Refusal when the loss is no longer finite.
 */
export async function trainEpoch(
  job: EpochJob,
  weights: Tensor[],
): Promise<{ weights: Tensor[]; train: Score; log: LogLine[]; steps: number } | undefined> {
  const { tf, network, spec, images, epoch, steps } = job;
  const order = shuffled(images.labels.length, randomFrom(`${spec.seed}/order/${epoch}`));
  const batches = Math.ceil(order.length / spec.batch);
  const log: LogLine[] = [];
  let held = weights;
  let loss = 0;
  let right = 0;
  for (let i = 0; i < batches; i += 1) {
    const [batch, part] = batchOf(job, order, i);
    const done = step(tf, network, held, batch, job.rate);
    held = done.weights;
    for (const tensor of [batch.images, batch.onehot, ...batch.masks]) tensor.dispose();
    mustBeFinite(done.loss, job, i + 1);
    const count = part.labels.length;
    const hits = countRight(part.labels, done.predicted);
    loss += done.loss * count;
    right += hits;
    const seen = { batch: steps + i + 1, loss: done.loss, accuracy: hits / count };
    if (spec.logEvery && seen.batch % spec.logEvery === 0) log.push(seen);
    job.onTick?.({ epoch, batches, ...seen, batch: i + 1 });
    // Lets a message to stop come in.
    if (i % 16 === 15) await setImmediate();
    if (job.signal?.aborted) {
      for (const tensor of held) tensor.dispose();
      return undefined;
    }
  }
  return {
    weights: held,
    train: { loss: loss / order.length, accuracy: right / order.length },
    log,
    steps: steps + batches,
  };
}
