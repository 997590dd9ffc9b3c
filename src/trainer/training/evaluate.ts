import { type Images, pick } from '../data/images.ts';
import type { Tensor, Tensors } from '../engines/tensors.ts';
import type { Spec } from '../spec.ts';
import { imageTensor } from './batch.ts';
import { forward, type Network } from './network.ts';

/** How a network does on images that it is not trained on. */
export interface Evaluation {
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** 0 … 1. */
  readonly accuracy: number;
  readonly predicted: Uint8Array;
  /** The probability that the network gives to the class that it predicts. */
  readonly confidence: Float32Array;
}

const batchSize = 500;

function probabilities(tf: Tensors, network: Network, weights: readonly Tensor[], images: Images, spec: Spec) {
  return tf.tidy(() => tf.softmax(forward(tf, network, weights, imageTensor(tf, images, spec.pixels))).dataSync());
}

/** Runs the images through the network, nothing dropped. */
export function evaluate(
  tf: Tensors,
  network: Network,
  weights: readonly Tensor[],
  images: Images,
  spec: Spec,
): Evaluation {
  const count = images.labels.length;
  const predicted = new Uint8Array(count);
  const confidence = new Float32Array(count);
  let loss = 0;
  let right = 0;
  for (let start = 0; start < count; start += batchSize) {
    const size = Math.min(batchSize, count - start);
    const part = pick(
      images,
      Uint32Array.from({ length: size }, (_, i) => start + i),
    );
    const values = probabilities(tf, network, weights, part, spec);
    for (let i = 0; i < size; i += 1) {
      const row = Array.from({ length: network.classes }, (_, k) => values[i * network.classes + k] ?? 0);
      const label = part.labels[i] ?? 0;
      const best = row.indexOf(Math.max(...row));
      predicted[start + i] = best;
      confidence[start + i] = row[best] ?? 0;
      if (best === label) right += 1;
      // A float32 probability underflows to 0 for a sure mistake; its logarithm must stay finite.
      loss -= Math.log(Math.max(row[label] ?? 0, 1e-38));
    }
  }
  return { loss: loss / count, accuracy: right / count, predicted, confidence };
}
