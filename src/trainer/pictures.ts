import { type Images, pick } from './data/images.ts';
import type { Spec } from './spec.ts';
import { imageValues } from './training/batch.ts';
import type { Evaluation } from './training/evaluate.ts';
import { firstMaps } from './training/maps.ts';
import type { Network } from './training/network.ts';

/** A picture: bytes in base64, row after row; `low` and `high` are the values that 0 and 255 stand for. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  /** 3 for red, green and blue of each pixel; else one number. */
  readonly channels?: number;
  readonly low: number;
  readonly high: number;
  readonly bytes: string;
}

/** A test image that the network takes for another class. */
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

const most = { filters: 36, ofOneKind: 6 };

/** What a picture shows: its size, and the values for black and white. */
export type Frame = Pick<Picture, 'height' | 'width' | 'channels' | 'low' | 'high'>;

/** Scales values to bytes; where all are equal they become the middle. */
export function picture(values: ArrayLike<number>, frame: Frame): Picture {
  const { height, width, channels = 1, low, high } = frame;
  const byte = high > low ? (value: number) => Math.round((255 * (value - low)) / (high - low)) : () => 128;
  const length = height * width * channels;
  const bytes = Uint8Array.from({ length }, (_, i) => byte(values[i] ?? 0));
  const colour = channels === 1 ? {} : { channels };
  return { height, width, ...colour, low, high, bytes: Buffer.from(bytes).toString('base64') };
}

const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Channel `c` of values in height × width × channels order. */
function channel(values: ArrayLike<number>, size: number, channels: number, c: number): number[] {
  return Array.from({ length: size }, (_, i) => values[i * channels + c] ?? 0);
}

/** Filters share one symmetric scale, so that the middle of it is a weight of 0 in all of them. */
function filtersOf(network: Network, weights: readonly Float32Array[]): Picture[] {
  const first = network.layers.find(({ at }) => at === 0);
  const values = weights[0];
  if (!first || !values || first.layer.type === 'batch-norm') return [];
  const [height, width] = first.layer.type === 'conv' ? [first.layer.kernel, first.layer.kernel] : first.input;
  const channels = first.input[2] === 3 ? 3 : 1;
  const units = values.length / (height * width * first.input[2]);
  const size = height * width * first.input[2];
  const shown = Array.from({ length: Math.min(units, most.filters) }, (_, c) => channel(values, size, units, c));
  const limit = Math.max(...shown.flat().map(Math.abs));
  return shown.map((filter) => picture(filter, { height, width, channels, low: -limit, high: limit }));
}

function imagePicture(images: Images, at: number): Picture {
  const { height, width, channels } = images;
  const size = height * width * channels;
  const bytes = images.pixels.subarray(at * size, (at + 1) * size);
  return picture(bytes, { height, width, channels, low: 0, high: 255 });
}

function mapsOf(network: Network, weights: readonly Float32Array[], test: Images, spec: Spec): Pictures['maps'] {
  const first = pick(test, [0]);
  const maps = firstMaps(network, weights, imageValues(first, spec));
  if (!maps) return undefined;
  const [height, width, channels] = maps.shape;
  const shown = Array.from({ length: channels }, (_, c) => c);
  const [low, high] = range(Array.from(maps.before));
  const series = (all: ArrayLike<number>) =>
    shown.map((c) => picture(channel(all, height * width, channels, c), { height, width, low, high }));
  return { of: imagePicture(test, 0), before: series(maps.before), after: series(maps.after) };
}

/** The wrong predictions, the most confident first: the first few of each pair of classes. */
export function mistakesOf(test: Images, { predicted, confidence }: Evaluation): Mistake[] {
  const wrong = [...predicted.keys()].filter((i) => predicted[i] !== test.labels[i]);
  wrong.sort((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0) || a - b);
  const seen = new Map<string, number>();
  const shown = wrong.filter((i) => {
    const pair = `${test.labels[i]}/${predicted[i]}`;
    seen.set(pair, (seen.get(pair) ?? 0) + 1);
    return (seen.get(pair) ?? 0) <= most.ofOneKind;
  });
  return shown.map((image) => ({
    picture: imagePicture(test, image),
    image,
    label: test.labels[image] ?? 0,
    predicted: predicted[image] ?? 0,
    confidence: confidence[image] ?? 0,
  }));
}

/** The pictures of a trained network. */
export function picturesOf(
  network: Network,
  weights: readonly Float32Array[],
  test: Images,
  evaluation: Evaluation,
  spec: Spec,
): Pictures {
  const maps = mapsOf(network, weights, test, spec);
  return {
    filters: filtersOf(network, weights),
    ...(maps && { maps }),
    mistakes: mistakesOf(test, evaluation),
  };
}
