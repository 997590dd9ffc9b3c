import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** Grey images of one size with their classes, as bytes: 0 is black. */
export interface Images {
  readonly height: number;
  readonly width: number;
  /** One byte per pixel, image after image, row after row. */
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
  const size = images.height * images.width;
  const pixels = new Uint8Array(indices.length * size);
  const labels = new Uint8Array(indices.length);
  for (let i = 0; i < indices.length; i += 1) {
    const from = indices[i] as number;
    pixels.set(images.pixels.subarray(from * size, (from + 1) * size), i * size);
    labels[i] = images.labels[from] as number;
  }
  return { ...images, pixels, labels };
}

/**
 * Puts a data set together and names it by its content.
 * @throws Refusal when training and test images differ in size.
 */
export function dataset(parts: Omit<Dataset, 'sha256'>): Dataset {
  const size = ({ height, width }: Images) => `${height}×${width}`;
  if (parts.test && size(parts.test) !== size(parts.pool)) {
    throw new Refusal(`${parts.name}: test images are ${size(parts.test)}, training images ${size(parts.pool)}`);
  }
  const digest = createHash('sha256');
  for (const images of parts.test ? [parts.pool, parts.test] : [parts.pool]) {
    digest.update(`${images.labels.length}x${images.height}x${images.width}\n`);
    digest.update(images.pixels).update(images.labels);
  }
  return { ...parts, sha256: digest.digest('hex') };
}
