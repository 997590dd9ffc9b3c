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

function pool(v: Value, window: number): Value {
  return each(Math.floor(v.h / window), Math.floor(v.w / window), v.c, (y, x, k) => {
    const cells = Array.from({ length: window ** 2 }, (_, i) => i);
    return Math.max(...cells.map((i) => read(v, y * window + Math.floor(i / window), x * window + (i % window), k)));
  });
}

const dense = (v: Value, weights: number[], biases: number[]): Value => ({
  h: 1,
  w: 1,
  c: biases.length,
  at: biases.map((b, k) => v.at.reduce((sum, x, i) => sum + x * (weights[i * biases.length + k] as number), b)),
});

function apply({ layer, at = 0 }: Placed, v: Value, parameters: number[][], masks: number[][]): Value {
  const [weights = [], biases = []] = [parameters[at], parameters[at + 1]];
  if (layer.type === 'pool') return pool(v, layer.window);
  if (layer.type === 'dropout') {
    const mask = masks.shift() ?? [];
    return { ...v, at: v.at.map((x, i) => x * (mask[i] as number)) };
  }
  const linear =
    layer.type === 'conv' ? conv(v, weights, biases, layer.kernel, layer.padding) : dense(v, weights, biases);
  if (layer.type === 'output') return linear;
  const activate = layer.activation === 'relu' ? (x: number) => Math.max(0, x) : (x: number) => 1 / (1 + Math.exp(-x));
  return { ...linear, at: linear.at.map(activate) };
}

/** The cross-entropy of one image in float64 by plain loops: shares nothing with the trainer but the layout. */
export function lossOf(
  network: Network,
  parameters: number[][],
  image: number[],
  label: number,
  masks: number[][],
): number {
  const [h = 0, w = 0, c = 0] = network.layers[0]?.input ?? [];
  const left = masks.map((mask) => [...mask]);
  const logits = network.layers.reduce((v, placed) => apply(placed, v, parameters, left), {
    h,
    w,
    c,
    at: image,
  } as Value).at;
  const top = Math.max(...logits);
  return Math.log(logits.reduce((sum, z) => sum + Math.exp(z - top), 0)) + top - (logits[label] as number);
}
