import { Refusal } from '../refusal.ts';
import type { Layer } from '../spec.ts';

/** Height, width and channels. */
export type Shape = readonly [height: number, width: number, channels: number];

/** One array of a layer: trained, but for the running mean and variance of a batch norm. */
export interface Parameter {
  readonly role: 'weights' | 'biases' | 'scale' | 'shift' | 'mean' | 'variance';
  readonly shape: number[];
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Where one layer stands: its own shape, and where its parameters are, if it has any. */
export interface Placed {
  readonly layer: Layer | { readonly type: 'output'; readonly units: number };
  readonly input: Shape;
  readonly output: Shape;
  /** The index of its first parameter: weights and biases, or scale, shift, mean and variance. */
  readonly at?: number;
}

export interface Network {
  readonly layers: readonly Placed[];
  readonly parameters: readonly Parameter[];
  readonly classes: number;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** What gradients change; the rest is counted. */
export const isTrained = ({ role }: Parameter): boolean => role !== 'mean' && role !== 'variance';

function outputOf(layer: Placed['layer'], [height, width, channels]: Shape): Shape {
  switch (layer.type) {
    case 'conv': {
      const lost = layer.padding === 'same' ? 0 : layer.kernel - 1;
      return [height - lost, width - lost, layer.filters];
    }
    case 'pool': {
      const side = (size: number) => Math.floor((size - layer.window) / (layer.stride ?? layer.window)) + 1;
      return [side(height), side(width), channels];
    }
    case 'dense':
    case 'output':
      return [1, 1, layer.units];
    default:
      return [height, width, channels];
  }
}

function parametersOf(layer: Placed['layer'], [height, width, channels]: Shape): Parameter[] {
  if (layer.type === 'pool' || layer.type === 'dropout' || layer.type === 'activation') return [];
  if (layer.type === 'batch-norm') {
    const roles = ['scale', 'shift', 'mean', 'variance'] as const;
    return roles.map((role) => ({ role, shape: [channels], fanIn: 1, fanOut: 1 }));
  }
  const area = layer.type === 'conv' ? layer.kernel ** 2 : 1;
  const units = layer.type === 'conv' ? layer.filters : layer.units;
  const fanIn = layer.type === 'conv' ? area * channels : height * width * channels;
  const fans = { fanIn, fanOut: area * units };
  const shape = layer.type === 'conv' ? [layer.kernel, layer.kernel, channels, units] : [fanIn, units];
  return [
    { role: 'weights', shape, ...fans },
    { role: 'biases', shape: [units], ...fans },
  ];
}

/**
 * Lays a network out for images of this size.
 * @throws Refusal when an image becomes smaller than a layer needs, or a convolution follows a dense layer.
 */
export function networkOf(layers: readonly Layer[], image: Shape, classes: number): Network {
  const parameters: Parameter[] = [];
  let input = image;
  let flat = false;
  const placed = [...layers, { type: 'output', units: classes } as const].map((layer, i): Placed => {
    const output = outputOf(layer, input);
    const spatial = layer.type === 'conv' || layer.type === 'pool';
    if ((spatial && flat) || output.some((size) => size < 1)) {
      throw new Refusal(`/layers/${i}: a ${layer.type} layer cannot follow a layer of ${input.join('×')}`);
    }
    flat ||= layer.type === 'dense';
    const own = parametersOf(layer, input);
    const here = { layer, input, output, ...(own.length > 0 && { at: parameters.length }) };
    parameters.push(...own);
    input = output;
    return here;
  });
  return { layers: placed, parameters, classes };
}

/** Weights and biases of one layer; none for one that has no parameters. */
export const trainedIn = ({ layer, input }: Placed): number =>
  parametersOf(layer, input)
    .filter(isTrained)
    .reduce((sum, { shape }) => sum + sizeOf(shape), 0);
