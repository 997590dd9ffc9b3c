import type { Network } from '../../training/network.ts';

/** The axes of an array of the network and in what order the engine holds them. */
interface Layout {
  readonly shape: readonly number[];
  readonly order: readonly number[];
  /** The shape by which the engine knows it. */
  readonly native: number[];
}

/** Filters go from height × width × in × out to out × in × height × width; rows after an image get its channels first. */
function layoutOf(network: Network, i: number): Layout {
  const shape = network.parameters[i]?.shape ?? [];
  const placed = network.layers.find(({ at }) => at === i);
  if (placed?.layer.type === 'conv') {
    const [height = 1, width = 1, from = 1, to = 1] = shape;
    return { shape, order: [3, 2, 0, 1], native: [to, from, height, width] };
  }
  const [height, width, channels] = placed?.input ?? [1, 1, 1];
  if ((placed?.layer.type === 'dense' || placed?.layer.type === 'output') && channels > 1 && height * width > 1) {
    return { shape: [height, width, channels, shape[1] ?? 1], order: [2, 0, 1, 3], native: [...shape] };
  }
  return { shape, order: shape.map((_, axis) => axis), native: [...shape] };
}

export const nativeShape = (network: Network, i: number): number[] => layoutOf(network, i).native;

/** For each place of the engine's array the place in ours. */
function places({ shape, order }: Layout): Uint32Array {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const sides = order.map((axis) => shape[axis] ?? 1);
  const steps = order.map((axis) => strides[axis] ?? 1);
  const at = new Uint32Array(sides.reduce((a, b) => a * b, 1));
  const index = sides.map(() => 0);
  for (let k = 0; k < at.length; k += 1) {
    at[k] = index.reduce((sum, value, axis) => sum + value * (steps[axis] ?? 0), 0);
    for (let axis = sides.length - 1; axis >= 0; axis -= 1) {
      index[axis] = ((index[axis] ?? 0) + 1) % (sides[axis] ?? 1);
      if (index[axis] !== 0) break;
    }
  }
  return at;
}

const isPlain = ({ order }: Layout) => order.every((axis, i) => axis === i);

/** A parameter, or an array of its size, as the engine holds it. */
export function toNative(network: Network, i: number, values: Float32Array): Float32Array {
  const layout = layoutOf(network, i);
  if (isPlain(layout)) return values.slice();
  return Float32Array.from(places(layout), (at) => values[at] ?? 0);
}

/** The reverse. */
export function fromNative(network: Network, i: number, values: Float32Array): Float32Array {
  const layout = layoutOf(network, i);
  if (isPlain(layout)) return values.slice();
  const out = new Float32Array(values.length);
  places(layout).forEach((at, k) => {
    out[at] = values[k] ?? 0;
  });
  return out;
}
