import { Refusal } from '../refusal.ts';
import type { NamedFile } from './idx.ts';
import type { Images } from './images.ts';

const side = 32;
const plane = side * side;
const record = 1 + 3 * plane;

/** The classes of CIFAR-10 in the order of its labels. */
export const cifarClasses = 'airplane automobile bird cat deer dog frog horse ship truck'.split(' ');

/** Planes of red, green and blue become pixels. */
function interleave(bytes: Uint8Array, from: number, pixels: Uint8Array, to: number): void {
  for (let i = 0; i < plane; i += 1) {
    for (let c = 0; c < 3; c += 1) pixels[to + 3 * i + c] = bytes[from + c * plane + i] as number;
  }
}

function readFile({ file, bytes }: NamedFile, pixels: Uint8Array, labels: Uint8Array, start: number): number {
  const count = bytes.length / record;
  for (let n = 0; n < count; n += 1) {
    const label = bytes[n * record] as number;
    if (label >= cifarClasses.length) {
      throw new Refusal(`${file}: label ${n} is ${label}; classes go from 0 to ${cifarClasses.length - 1}`);
    }
    labels[start + n] = label;
    interleave(bytes, n * record + 1, pixels, (start + n) * 3 * plane);
  }
  return start + count;
}

/**
 * Reads CIFAR-10's binary files: for each image a byte for its class, then 32 × 32 bytes each of red, green and blue.
 * @throws Refusal naming the file when it is no whole number of images, or holds another class.
 */
export function readCifar(files: readonly NamedFile[]): Images {
  for (const { file, bytes } of files) {
    if (bytes.length > 0 && bytes.length % record === 0) continue;
    throw new Refusal(`${file}: has ${bytes.length} bytes; an image takes ${record}, and none may be cut short`);
  }
  const count = files.reduce((sum, { bytes }) => sum + bytes.length / record, 0);
  const pixels = new Uint8Array(count * 3 * plane);
  const labels = new Uint8Array(count);
  let start = 0;
  for (const file of files) start = readFile(file, pixels, labels, start);
  return { height: side, width: side, channels: 3, pixels, labels };
}
