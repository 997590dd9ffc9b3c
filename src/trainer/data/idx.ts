import { gunzipSync } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import type { Images } from './images.ts';

const unsignedByte = 0x08;
const gzipMagic = 0x1f8b;
const largest = 2 ** 30;

function unpacked(bytes: Buffer, file: string): Buffer {
  if (bytes.length < 2 || bytes.readUInt16BE(0) !== gzipMagic) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${file}: the gzip stream is damaged (${why}); fetch the file again`);
  }
}

/**
 * Reads an IDX file of bytes (LeCun's format for MNIST), gzipped or not.
 * @throws Refusal naming the file when it is no IDX file, holds other than bytes, or is cut short or too long.
 */
export function readIdx(packed: Buffer, file: string): { sizes: number[]; values: Uint8Array } {
  const bytes = unpacked(packed, file);
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0)
    throw new Refusal(`${file}: not an IDX file (no two zero bytes)`);
  if (bytes[2] !== unsignedByte) throw new Refusal(`${file}: holds type 0x${bytes[2]?.toString(16)}; bytes are 0x08`);
  const rank = bytes[3] ?? 0;
  const start = 4 + 4 * rank;
  if (rank === 0 || bytes.length < start) throw new Refusal(`${file}: cut short in its header`);
  const sizes = Array.from({ length: rank }, (_, i) => bytes.readUInt32BE(4 + 4 * i));
  const expected = sizes.reduce((product, size) => product * size, 1);
  const found = bytes.length - start;
  if (found !== expected) {
    throw new Refusal(`${file}: the header says ${sizes.join('×')} = ${expected} bytes, the file has ${found}`);
  }
  return { sizes, values: new Uint8Array(bytes.buffer, bytes.byteOffset + start, expected) };
}

/** A file as read: its name for messages and its bytes. */
export interface NamedFile {
  readonly file: string;
  readonly bytes: Buffer;
}

/** Joins an IDX file of images (n × height × width) and one of labels (n), each below `classes`. */
export function readIdxPair(images: NamedFile, labels: NamedFile, classes: number): Images {
  const picture = readIdx(images.bytes, images.file);
  const label = readIdx(labels.bytes, labels.file);
  const [count, height, width] = picture.sizes;
  if (picture.sizes.length !== 3 || !count || !height || !width) {
    throw new Refusal(`${images.file}: has sizes ${picture.sizes.join('×')}; images are count×height×width`);
  }
  if (label.sizes.length !== 1 || label.sizes[0] !== count) {
    throw new Refusal(`${labels.file}: has ${label.sizes.join('×')} labels for the ${count} images of ${images.file}`);
  }
  const wrong = label.values.findIndex((value) => value >= classes);
  if (wrong >= 0) {
    throw new Refusal(`${labels.file}: label ${wrong} is ${label.values[wrong]}; classes go from 0 to ${classes - 1}`);
  }
  return { height, width, channels: 1, pixels: picture.values, labels: label.values };
}
