import { leak, normDefaults } from '../../training/constants.ts';
import type { Network, Placed } from '../../training/network.ts';
import type { Tensor, Tensors } from './tensors.ts';

/** What training does and evaluation does not. */
export interface Training {
  /** One per dropout layer, in order. */
  readonly masks: readonly Tensor[];
  /** Sees the mean and the variance of each batch norm. */
  readonly seen: (at: number, mean: Tensor, variance: Tensor) => void;
}

function activate(tf: Tensors, placed: Placed, x: Tensor): Tensor {
  const activation = 'activation' in placed.layer ? placed.layer.activation : 'none';
  if (activation === 'relu') return tf.relu(x);
  if (activation === 'leaky-relu') return tf.leakyRelu(x, leak);
  if (activation === 'sigmoid') return tf.sigmoid(x);
  return activation === 'tanh' ? tf.tanh(x) : x;
}

/** The weights of a dense layer are held with a row for each unit (`held.ts`). */
function linear(tf: Tensors, { layer, input }: Placed, x: Tensor, [weights, biases]: readonly Tensor[]): Tensor {
  const product =
    layer.type === 'conv'
      ? tf.conv2d(x, weights as Tensor, 1, layer.padding)
      : tf.matMul(tf.reshape(x, [-1, input[0] * input[1] * input[2]]), weights as Tensor, false, true);
  return tf.add(product, biases as Tensor);
}

function normalise(tf: Tensors, placed: Placed, x: Tensor, own: readonly Tensor[], training?: Training): Tensor {
  const [scale, shift, runningMean, runningVariance] = own as [Tensor, Tensor, Tensor, Tensor];
  const { epsilon = normDefaults.epsilon } = placed.layer as { epsilon?: number };
  const axes = x.shape.map((_, i) => i).slice(0, -1);
  const mean = training ? tf.mean(x, axes) : runningMean;
  const centred = tf.sub(x, mean);
  const variance = training ? tf.mean(tf.mul(centred, centred), axes) : runningVariance;
  training?.seen(placed.at ?? 0, mean, variance);
  const factor = tf.div(scale, tf.sqrt(tf.add(variance, tf.scalar(epsilon))));
  return tf.add(tf.mul(centred, factor), shift);
}

function pool(tf: Tensors, layer: Extract<Placed['layer'], { type: 'pool' }>, x: Tensor): Tensor {
  const stride = layer.stride ?? layer.window;
  return (layer.by === 'average' ? tf.avgPool : tf.maxPool)(x, layer.window, stride, 'valid');
}

/** The logits of a batch of images, n × height × width × channels. */
export function forward(
  tf: Tensors,
  network: Network,
  weights: readonly Tensor[],
  x: Tensor,
  training?: Training,
): Tensor {
  const masks = [...(training?.masks ?? [])];
  return network.layers.reduce((value, placed) => {
    const { layer, at = 0 } = placed;
    const own = weights.slice(at, at + 4);
    if (layer.type === 'pool') return pool(tf, layer, value);
    if (layer.type === 'batch-norm') return normalise(tf, placed, value, own, training);
    if (layer.type === 'activation') return activate(tf, placed, value);
    if (layer.type !== 'dropout') return activate(tf, placed, linear(tf, placed, value, own));
    const mask = masks.shift();
    return mask ? tf.mul(value, tf.reshape(mask, [-1, ...value.shape.slice(1)])) : value;
  }, x);
}
