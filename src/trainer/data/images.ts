import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** Images of one size with their classes, as bytes: 0 is black. */
export interface Images {
  readonly height: number;
  readonly width: number;
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: number;
  /** One byte per pixel and channel: image after image, row after row, pixel after pixel. */
  readonly pixels: Uint8Array;
  /** The class of each image, an index into the data set's `classes`. */
  readonly labels: Uint8Array;
}

/** A file that could not be used, and why. */
export interface Damaged {
  readonly file: string;
  readonly says: string;
}

/** A data set by its own name. */
export interface Dataset {
  readonly name: string;
  readonly classes: readonly string[];
  readonly pool: Images;
  /** The data set's own test images, where it comes with some. */
  readonly test?: Images;
  readonly damaged: readonly Damaged[];
  /** Of the pixels and labels, in order: tells two data sets of one name apart. */
  readonly sha256: string;
}

/** The images at these indices, in this order. */
export function pick(images: Images, indices: ArrayLike<number>): Images {
  const size = images.height * images.width * images.channels;
  const pixels = new Uint8Array(indices.length * size);
  const labels = new Uint8Array(indices.length);
  for (let i = 0; i < indices.length; i += 1) {
    const from = indices[i] as number;
    pixels.set(images.pixels.subarray(from * size, (from + 1) * size), i * size);
    labels[i] = images.labels[from] as number;
  }
  return { ...images, pixels, labels };
}

/** The images from `start` on and before `end`, without a copy. */
export function range(images: Images, start: number, end: number): Images {
  const size = images.height * images.width * images.channels;
  const pixels = images.pixels.subarray(start * size, end * size);
  return { ...images, pixels, labels: images.labels.subarray(start, end) };
}

/** Where a piece of an image begins, and whether left and right are exchanged. */
export interface Place {
  readonly top: number;
  readonly left: number;
  readonly flip: boolean;
}

/** A piece of this size of each image; what lies outside the image is 0. */
export function cut(images: Images, height: number, width: number, placeOf: (image: number) => Place): Images {
  const { channels, labels } = images;
  const pixels = new Uint8Array(labels.length * height * width * channels);
  let out = 0;
  for (let n = 0; n < labels.length; n += 1) {
    const { top, left, flip } = placeOf(n);
    for (let i = 0; i < height; i += 1) {
      for (let j = 0; j < width; j += 1, out += channels) {
        const [y, x] = [top + i, left + (flip ? width - 1 - j : j)];
        if (y < 0 || x < 0 || y >= images.height || x >= images.width) continue;
        const from = ((n * images.height + y) * images.width + x) * channels;
        for (let c = 0; c < channels; c += 1) pixels[out + c] = images.pixels[from + c] as number;
      }
    }
  }
  return { height, width, channels, pixels, labels };
}

/**
 * Puts a data set together and names it by its content.
 * @throws Refusal when training and test images differ in size.
 */
export function dataset(parts: Omit<Dataset, 'sha256'>): Dataset {
  const size = ({ height, width, channels }: Images) =>
    [height, width, ...(channels === 1 ? [] : [channels])].join('×');
  if (parts.test && size(parts.test) !== size(parts.pool)) {
    throw new Refusal(`${parts.name}: test images are ${size(parts.test)}, training images ${size(parts.pool)}`);
  }
  const digest = createHash('sha256');
  for (const images of parts.test ? [parts.pool, parts.test] : [parts.pool]) {
    digest.update(`${images.labels.length}x${size(images).replaceAll('×', 'x')}\n`);
    digest.update(images.pixels).update(images.labels);
  }
  return { ...parts, sha256: digest.digest('hex') };
}
