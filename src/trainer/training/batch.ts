import type { Images } from '../data/images.ts';
import type { Tensor, Tensors } from '../engines/tensors.ts';
import { randomFrom } from '../random.ts';
import type { Spec } from '../spec.ts';
import type { Network } from './network.ts';

/** Images as a tensor, n × height × width × 1: each pixel as (pixel / 255 − mean) / sd. */
export function imageTensor(tf: Tensors, images: Images, pixels: Spec['pixels']): Tensor {
  const values = new Float32Array(images.pixels.length);
  for (let i = 0; i < values.length; i += 1) values[i] = ((images.pixels[i] ?? 0) / 255 - pixels.mean) / pixels.sd;
  return tf.tensor(values, [images.labels.length, images.height, images.width, 1]);
}

/** Labels as rows with a single one. */
export function labelTensor(tf: Tensors, labels: Uint8Array, classes: number): Tensor {
  return tf.tidy(() => tf.oneHot(tf.tensor(Int32Array.from(labels), [labels.length], 'int32'), classes));
}

/**
 * A mask per dropout layer for one step: 0 for a dropped unit, 1 / (1 − rate) for a kept one. Drawn here, because the
 * dropout of TensorFlow.js repeats one mask at every step when it is given a seed.
 */
export function dropoutMasks(tf: Tensors, network: Network, count: number, seed: number, step: number): Tensor[] {
  return network.layers.flatMap(({ layer, input }, i) => {
    if (layer.type !== 'dropout') return [];
    const random = randomFrom(`${seed}/dropout/${i}/${step}`);
    const size = input[0] * input[1] * input[2];
    const kept = 1 / (1 - layer.rate);
    const values = Float32Array.from({ length: count * size }, () => (random.uniform() < layer.rate ? 0 : kept));
    return [tf.tensor(values, [count, size])];
  });
}
