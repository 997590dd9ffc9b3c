import { cut, type Images, type Place } from '../data/images.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Spec } from '../spec.ts';
import type { Network } from './network.ts';

type Look = Pick<Spec, 'pixels' | 'crop' | 'augmentation'>;

/** Each byte as (byte / 255 − mean) / sd. */
const scaled = ({ mean, sd }: Spec['pixels']): Float32Array =>
  Float32Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean) / sd);

const middle = (images: Images, crop: number): Place => ({
  top: (images.height - crop) >> 1,
  left: (images.width - crop) >> 1,
  flip: false,
});

function anywhere(images: Images, crop: number | undefined, { shift = 0, flip }: NonNullable<Look['augmentation']>) {
  return (random: Random): Place => {
    const within = (size: number) => random.below(size - (crop ?? size) + 1 + 2 * shift) - shift;
    return { top: within(images.height), left: within(images.width), flip: flip === true && random.below(2) === 1 };
  };
}

/** Images as numbers, n × height × width × channels; cut in the middle where the run cuts. */
export function imageValues(images: Images, { pixels, crop }: Look): Float32Array {
  const seen = crop === undefined ? images : cut(images, crop, crop, () => middle(images, crop));
  const table = scaled(pixels);
  const bytes = seen.pixels;
  const values = new Float32Array(bytes.length);
  // A loop, because `from` with a function takes longer than the step of a small network.
  for (let i = 0; i < values.length; i += 1) values[i] = table[bytes[i] as number] as number;
  return values;
}

/** The same of training images, cut, moved and turned as the stream says; each step has its own stream. */
export function trainingValues(images: Images, look: Look, seed: number, step: number): Float32Array {
  const { pixels, crop, augmentation = {} } = look;
  if (crop === undefined && look.augmentation === undefined) return imageValues(images, look);
  const random = randomFrom(`${seed}/look/${step}`);
  const place = anywhere(images, crop, augmentation);
  const seen = cut(images, crop ?? images.height, crop ?? images.width, () => place(random));
  return imageValues(seen, { pixels });
}

/**
 * A mask per dropout layer for one step: 0 for a dropped unit, 1 / (1 − rate) for a kept one. Drawn here, so that every
 * engine drops the same.
 */
export function dropoutMasks(network: Network, count: number, seed: number, step: number): Float32Array[] {
  return network.layers.flatMap(({ layer, input }, i) => {
    if (layer.type !== 'dropout') return [];
    const random = randomFrom(`${seed}/dropout/${i}/${step}`);
    const size = input[0] * input[1] * input[2];
    const kept = 1 / (1 - layer.rate);
    const mask = new Float32Array(count * size);
    for (let k = 0; k < mask.length; k += 1) mask[k] = random.uniform() < layer.rate ? 0 : kept;
    return [mask];
  });
}
