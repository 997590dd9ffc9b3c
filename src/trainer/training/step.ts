import type { Tensor, Tensors } from '../engines/tensors.ts';
import { forward, type Network } from './network.ts';

/** One batch, ready for the engine. */
export interface Batch {
  readonly images: Tensor;
  readonly onehot: Tensor;
  readonly masks: readonly Tensor[];
}

/** The loss of a batch, its gradients in the order of the parameters, and the classes it predicts. */
interface Gradients {
  readonly loss: number;
  readonly predicted: ArrayLike<number>;
  readonly gradients: Tensor[];
}

/** The mean softmax cross-entropy of a batch and its gradients. The caller disposes of the gradients (or tidies). */
function gradientsOf(tf: Tensors, network: Network, weights: readonly Tensor[], batch: Batch): Gradients {
  let predicted: ArrayLike<number> = [];
  const loss = (...parameters: Tensor[]): Tensor => {
    const logits = forward(tf, network, parameters, batch.images, { masks: batch.masks });
    predicted = tf.argMax(logits, 1).dataSync();
    return tf.losses.softmaxCrossEntropy(batch.onehot, logits);
  };
  const { value, grads } = tf.valueAndGrads(loss)([...weights]);
  return { loss: value.dataSync()[0] ?? Number.NaN, predicted, gradients: grads };
}

/** One step of gradient descent: new weights, the old ones disposed of. */
export function step(
  tf: Tensors,
  network: Network,
  weights: readonly Tensor[],
  batch: Batch,
  rate: number,
): { weights: Tensor[]; loss: number; predicted: ArrayLike<number> } {
  const result = tf.tidy(() => {
    const { gradients, ...seen } = gradientsOf(tf, network, weights, batch);
    const factor = tf.scalar(rate);
    const next = weights.map((w, i) => tf.keep(tf.sub(w, tf.mul(gradients[i] as Tensor, factor))));
    return { ...seen, weights: next };
  });
  for (const tensor of weights) tensor.dispose();
  return result;
}
