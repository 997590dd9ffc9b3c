import type { Activation } from '../spec.ts';
import { leak } from './constants.ts';
import type { Network, Shape } from './network.ts';

const activations: Record<Activation, (x: number) => number> = {
  none: (x) => x,
  relu: (x) => Math.max(0, x),
  'leaky-relu': (x) => (x > 0 ? x : leak * x),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
};

export interface Maps {
  readonly shape: Shape;
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/**
 * What a first convolution makes of one image, before and after its activation; undefined where the network begins
 * otherwise. One image needs no engine.
 */
export function firstMaps(network: Network, weights: readonly Float32Array[], image: Float32Array): Maps | undefined {
  const [first] = network.layers;
  const [filters, biases] = weights;
  if (first?.layer.type !== 'conv' || !filters || !biases) return undefined;
  const { kernel, padding, activation } = first.layer;
  const [height, width, depth] = first.input;
  const [rows, columns, maps] = first.output;
  const before = new Float32Array(rows * columns * maps);
  const start = padding === 'same' ? (kernel - 1) >> 1 : 0;
  const pixel = (y: number, x: number, c: number) =>
    y < 0 || x < 0 || y >= height || x >= width ? 0 : (image[(y * width + x) * depth + c] ?? 0);
  before.forEach((_, at) => {
    const [map, x, y] = [at % maps, Math.floor(at / maps) % columns, Math.floor(at / maps / columns)];
    let sum = biases[map] ?? 0;
    for (let k = 0; k < kernel * kernel * depth; k += 1) {
      const [c, j, i] = [k % depth, Math.floor(k / depth) % kernel, Math.floor(k / depth / kernel)];
      sum += pixel(y + i - start, x + j - start, c) * (filters[k * maps + map] ?? 0);
    }
    before[at] = sum;
  });
  return { shape: first.output, before, after: before.map(activations[activation]) };
}
