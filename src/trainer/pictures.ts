import { type Images, pick } from './data/images.ts';
import type { Tensor, Tensors } from './engines/tensors.ts';
import type { Spec } from './spec.ts';
import { imageTensor } from './training/batch.ts';
import type { Evaluation } from './training/evaluate.ts';
import { forward, type Network } from './training/network.ts';

/** A grey picture: bytes in base64, row after row; `low` and `high` are the values that 0 and 255 stand for. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly bytes: string;
}

/** A test image that the network takes for another class, most confident mistakes first. */
export interface Mistake {
  readonly picture: Picture;
  /** Its index in the test set. */
  readonly image: number;
  readonly label: number;
  readonly predicted: number;
  readonly confidence: number;
}

export interface Pictures {
  /** The weights of the first layer, one picture per unit or filter. */
  readonly filters: readonly Picture[];
  /** What the first convolution makes of one test image, before and after its activation. */
  readonly maps?: { readonly of: Picture; readonly before: readonly Picture[]; readonly after: readonly Picture[] };
  readonly mistakes: readonly Mistake[];
}

const most = { filters: 36, mistakes: 40 };

/** Scales values to bytes; equal values become 0. */
export function picture(values: ArrayLike<number>, height: number, width: number, low: number, high: number): Picture {
  const scale = high > low ? 255 / (high - low) : 0;
  const bytes = Uint8Array.from({ length: height * width }, (_, i) => Math.round(((values[i] ?? 0) - low) * scale));
  return { height, width, low, high, bytes: Buffer.from(bytes).toString('base64') };
}

const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Channel `c` of values in height × width × channels order. */
function channel(values: ArrayLike<number>, size: number, channels: number, c: number): number[] {
  return Array.from({ length: size }, (_, i) => values[i * channels + c] ?? 0);
}

/** Filters share one symmetric scale, so that middle grey is a weight of 0 in all of them. */
function filtersOf(network: Network, weights: readonly Float32Array[]): Picture[] {
  const first = network.layers.find(({ at }) => at === 0);
  const values = weights[0];
  if (!first || !values) return [];
  const side = first.layer.type === 'conv' ? [first.layer.kernel, first.layer.kernel] : first.input.slice(0, 2);
  const [height = 1, width = 1] = side;
  const units = values.length / (height * width);
  const shown = Array.from({ length: Math.min(units, most.filters) }, (_, c) =>
    channel(values, height * width, units, c),
  );
  const limit = Math.max(...shown.flat().map(Math.abs));
  return shown.map((filter) => picture(filter, height, width, -limit, limit));
}

function imagePicture(images: Images, at: number): Picture {
  const size = images.height * images.width;
  const bytes = images.pixels.subarray(at * size, (at + 1) * size);
  return picture(bytes, images.height, images.width, 0, 255);
}

function mapsOf(tf: Tensors, network: Network, weights: readonly Tensor[], test: Images, spec: Spec): Pictures['maps'] {
  const first = network.layers.findIndex(({ at }) => at === 0);
  const placed = network.layers[first];
  if (placed?.layer.type !== 'conv') return undefined;
  const [height, width, channels] = placed.output;
  const values: { before: ArrayLike<number>; after: ArrayLike<number> } = { before: [], after: [] };
  tf.tidy(() => {
    const watch = (index: number, before: Tensor, after: Tensor) => {
      if (index === first) Object.assign(values, { before: before.dataSync(), after: after.dataSync() });
    };
    forward(tf, network, weights, imageTensor(tf, pick(test, [0]), spec.pixels), { watch });
  });
  const size = height * width;
  const shown = Array.from({ length: channels }, (_, c) => c);
  const [low, high] = range(Array.from(values.before));
  const series = (all: ArrayLike<number>) =>
    shown.map((c) => picture(channel(all, size, channels, c), height, width, low, high));
  return { of: imagePicture(test, 0), before: series(values.before), after: series(values.after) };
}

/** The wrong predictions, the most confident first. */
export function mistakesOf(test: Images, { predicted, confidence }: Evaluation): Mistake[] {
  const wrong = [...predicted.keys()].filter((i) => predicted[i] !== test.labels[i]);
  wrong.sort((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0) || a - b);
  return wrong.slice(0, most.mistakes).map((image) => ({
    picture: imagePicture(test, image),
    image,
    label: test.labels[image] ?? 0,
    predicted: predicted[image] ?? 0,
    confidence: confidence[image] ?? 0,
  }));
}

/** The pictures of a trained network. `values` are its weights as numbers, `weights` the same in the engine. */
export function picturesOf(
  tf: Tensors,
  network: Network,
  trained: { values: readonly Float32Array[]; weights: readonly Tensor[] },
  test: Images,
  evaluation: Evaluation,
  spec: Spec,
): Pictures {
  const maps = mapsOf(tf, network, trained.weights, test, spec);
  return {
    filters: filtersOf(network, trained.values),
    ...(maps && { maps }),
    mistakes: mistakesOf(test, evaluation),
  };
}
