import type { Network, Placed } from '../../src/trainer/training/network.ts';

/** Height × width × channels of one image, as nested loops read it. */
interface Value {
  readonly h: number;
  readonly w: number;
  readonly c: number;
  readonly at: number[];
}

const read = (v: Value, y: number, x: number, c: number) =>
  y < 0 || x < 0 || y >= v.h || x >= v.w ? 0 : (v.at[(y * v.w + x) * v.c + c] as number);

function each(h: number, w: number, c: number, value: (y: number, x: number, k: number) => number): Value {
  const at: number[] = [];
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) for (let k = 0; k < c; k += 1) at.push(value(y, x, k));
  return { h, w, c, at };
}

function conv(v: Value, weights: number[], biases: number[], size: number, padding: string): Value {
  const out = biases.length;
  const before = padding === 'same' ? (size - 1) >> 1 : 0;
  const lost = padding === 'same' ? 0 : size - 1;
  return each(v.h - lost, v.w - lost, out, (y, x, k) => {
    let sum = biases[k] as number;
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        for (let c = 0; c < v.c; c += 1)
          sum += read(v, y + i - before, x + j - before, c) * (weights[((i * size + j) * v.c + c) * out + k] as number);
    return sum;
  });
}

function pool(v: Value, window: number, stride: number, by: string): Value {
  const side = (size: number) => Math.floor((size - window) / stride) + 1;
  return each(side(v.h), side(v.w), v.c, (y, x, k) => {
    const cells = Array.from({ length: window ** 2 }, (_, i) =>
      read(v, y * stride + Math.floor(i / window), x * stride + (i % window), k),
    );
    return by === 'average' ? cells.reduce((a, b) => a + b, 0) / window ** 2 : Math.max(...cells);
  });
}

const dense = (v: Value, weights: number[], biases: number[]): Value => ({
  h: 1,
  w: 1,
  c: biases.length,
  at: biases.map((b, k) => v.at.reduce((sum, x, i) => sum + x * (weights[i * biases.length + k] as number), b)),
});

const activations: Record<string, (x: number) => number> = {
  none: (x) => x,
  relu: (x) => Math.max(0, x),
  'leaky-relu': (x) => (x > 0 ? x : x / 100),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
};
const activate = (v: Value, name: string): Value => ({
  ...v,
  at: v.at.map(activations[name] as (x: number) => number),
});

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Each channel minus its mean over the batch, divided by its deviation, scaled and shifted. */
function norm(batch: Value[], scale: number[], shift: number[], epsilon: number): Value[] {
  const of = (k: number) => batch.flatMap((v) => v.at.filter((_, i) => i % v.c === k));
  const means = scale.map((_, k) => mean(of(k)));
  const roots = scale.map((_, k) => Math.sqrt(mean(of(k).map((x) => (x - (means[k] as number)) ** 2)) + epsilon));
  const one = (x: number, k: number) =>
    ((x - (means[k] as number)) / (roots[k] as number)) * (scale[k] as number) + (shift[k] as number);
  return batch.map((v) => ({ ...v, at: v.at.map((x, i) => one(x, i % v.c)) }));
}

function apply({ layer, at = 0 }: Placed, batch: Value[], parameters: number[][], masks: number[][]): Value[] {
  const [weights = [], biases = []] = [parameters[at], parameters[at + 1]];
  switch (layer.type) {
    case 'pool':
      return batch.map((v) => pool(v, layer.window, layer.stride ?? layer.window, layer.by ?? 'maximum'));
    case 'dropout': {
      const mask = masks.shift() ?? [];
      return batch.map((v, n) => ({ ...v, at: v.at.map((x, i) => x * (mask[n * v.at.length + i] as number)) }));
    }
    case 'batch-norm':
      return norm(batch, weights, biases, layer.epsilon ?? 1e-5);
    case 'activation':
      return batch.map((v) => activate(v, layer.activation));
    case 'conv':
      return batch.map((v) => activate(conv(v, weights, biases, layer.kernel, layer.padding), layer.activation));
    case 'dense':
      return batch.map((v) => activate(dense(v, weights, biases), layer.activation));
    default:
      return batch.map((v) => dense(v, weights, biases));
  }
}

function crossEntropy(logits: number[], label: number): number {
  const top = Math.max(...logits);
  return Math.log(logits.reduce((sum, z) => sum + Math.exp(z - top), 0)) + top - (logits[label] as number);
}

/** The mean cross-entropy of a batch in float64 by plain loops: shares nothing with the trainer but the layout. */
export function lossOf(
  network: Network,
  parameters: number[][],
  images: number[][],
  labels: ArrayLike<number>,
  masks: number[][],
): number {
  const [h = 0, w = 0, c = 0] = network.layers[0]?.input ?? [];
  const left = masks.map((mask) => [...mask]);
  const first: Value[] = images.map((at) => ({ h, w, c, at }));
  const logits = network.layers.reduce((batch, placed) => apply(placed, batch, parameters, left), first);
  return mean(logits.map(({ at }, n) => crossEntropy(at, labels[n] as number)));
}

/** The gradient of that loss by central differences, parameter by parameter. */
export function gradientOf(
  network: Network,
  parameters: number[][],
  loss: (parameters: number[][]) => number,
): number[][] {
  const h = 1e-6;
  const moved = (i: number, k: number, by: number) =>
    loss(parameters.map((w, j) => (j === i ? w.map((v, m) => (m === k ? v + by : v)) : w)));
  return parameters.map((values, i) => {
    const counted = ['mean', 'variance'].includes(network.parameters[i]?.role ?? '');
    return values.map((_, k) => (counted ? 0 : (moved(i, k, h) - moved(i, k, -h)) / (2 * h)));
  });
}
