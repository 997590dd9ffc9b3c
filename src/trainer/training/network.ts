import type { Tensor, Tensors } from '../engines/tensors.ts';
import { type Random, randomFrom } from '../random.ts';
import { Refusal } from '../refusal.ts';
import type { Initialisation, Layer } from '../spec.ts';

/** Height, width and channels. */
export type Shape = readonly [height: number, width: number, channels: number];

/** The weights or the biases of one layer. */
interface Parameter {
  readonly shape: number[];
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Where one layer stands: its own shape, and where its two parameters are, if it has any. */
export interface Placed {
  readonly layer: Layer | { readonly type: 'output'; readonly units: number };
  readonly input: Shape;
  readonly output: Shape;
  /** The index of its weights among the parameters; the biases follow. */
  readonly at?: number;
}

export interface Network {
  readonly layers: readonly Placed[];
  readonly parameters: readonly Parameter[];
  readonly classes: number;
}

function outputOf(layer: Placed['layer'], [height, width, channels]: Shape): Shape {
  switch (layer.type) {
    case 'conv': {
      const lost = layer.padding === 'same' ? 0 : layer.kernel - 1;
      return [height - lost, width - lost, layer.filters];
    }
    case 'pool':
      return [Math.floor(height / layer.window), Math.floor(width / layer.window), channels];
    case 'dropout':
      return [height, width, channels];
    default:
      return [1, 1, layer.units];
  }
}

function parametersOf(layer: Placed['layer'], [height, width, channels]: Shape): Parameter[] {
  if (layer.type === 'pool' || layer.type === 'dropout') return [];
  const area = layer.type === 'conv' ? layer.kernel ** 2 : 1;
  const units = layer.type === 'conv' ? layer.filters : layer.units;
  const fanIn = layer.type === 'conv' ? area * channels : height * width * channels;
  const fans = { fanIn, fanOut: area * units };
  const shape = layer.type === 'conv' ? [layer.kernel, layer.kernel, channels, units] : [fanIn, units];
  return [
    { shape, ...fans },
    { shape: [units], ...fans },
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

function draw(rule: Initialisation, { shape, fanIn, fanOut }: Parameter, random: Random): () => number {
  const bias = shape.length === 1;
  const within = (limit: number) => () => (2 * random.uniform() - 1) * limit;
  if (rule === 'torch') return within(1 / Math.sqrt(fanIn));
  if (bias || rule === 'zero') return () => 0;
  if (rule === 'constant') return () => 0.01;
  return rule === 'glorot' ? within(Math.sqrt(6 / (fanIn + fanOut))) : () => random.normal() * Math.sqrt(2 / fanIn);
}

/** The first weights and biases: drawn here and not by the engine, so that every engine starts from the same. */
export function firstWeights(network: Network, rule: Initialisation, seed: number): Float32Array[] {
  return network.parameters.map((parameter, i) => {
    const next = draw(rule, parameter, randomFrom(`${seed}/weights/${i}`));
    return Float32Array.from({ length: parameter.shape.reduce((a, b) => a * b, 1) }, next);
  });
}

/** What a forward pass may be asked for. */
export interface Pass {
  /** One mask per dropout layer, in order; left out, nothing is dropped. */
  readonly masks?: readonly Tensor[];
  /** Sees each layer's value before and after its activation. */
  readonly watch?: (index: number, before: Tensor, after: Tensor) => void;
}

function linear(tf: Tensors, { layer, input }: Placed, x: Tensor, weights: Tensor, biases: Tensor): Tensor {
  if (layer.type === 'conv') return tf.add(tf.conv2d(x, weights, 1, layer.padding), biases);
  const size = input[0] * input[1] * input[2];
  return tf.add(tf.matMul(tf.reshape(x, [-1, size]), weights), biases);
}

/** The logits of a batch of images, n × height × width × channels. */
export function forward(tf: Tensors, network: Network, weights: readonly Tensor[], x: Tensor, pass: Pass = {}): Tensor {
  const masks = [...(pass.masks ?? [])];
  return network.layers.reduce((value, placed, index) => {
    const { layer, at } = placed;
    if (layer.type === 'pool') return tf.maxPool(value, layer.window, layer.window, 'valid');
    if (layer.type === 'dropout') {
      const mask = masks.shift();
      return mask ? tf.mul(value, tf.reshape(mask, [-1, ...value.shape.slice(1)])) : value;
    }
    const before = linear(tf, placed, value, weights[at ?? 0] as Tensor, weights[(at ?? 0) + 1] as Tensor);
    if (layer.type === 'output') return before;
    const after = layer.activation === 'relu' ? tf.relu(before) : tf.sigmoid(before);
    pass.watch?.(index, before, after);
    return after;
  }, x);
}
