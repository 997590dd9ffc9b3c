import { gzipSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { cifarClasses, readCifar } from '../../src/trainer/data/cifar.ts';
import { readIdx, readIdxPair } from '../../src/trainer/data/idx.ts';
import { cut, type Dataset, dataset, type Images } from '../../src/trainer/data/images.ts';
import { fill } from '../../src/trainer/data/outline.ts';
import { readPngs } from '../../src/trainer/data/pngs.ts';
import { drawnShapes } from '../../src/trainer/data/shapes.ts';
import { divide } from '../../src/trainer/data/split.ts';

function idx(sizes: number[], values: number[], type = 8): Buffer {
  const head = Buffer.alloc(4 + 4 * sizes.length);
  head.set([0, 0, type, sizes.length]);
  sizes.forEach((size, i) => {
    head.writeUInt32BE(size, 4 + 4 * i);
  });
  return Buffer.concat([head, Buffer.from(values)]);
}

describe('IDX files', () => {
  const good = idx([2, 1, 2], [1, 2, 3, 4]);

  it.each([
    ['plain', good],
    ['gzipped', gzipSync(good)],
  ])('reads a %s file', (_, bytes) => {
    expect(readIdx(bytes, 'a')).toEqual({ sizes: [2, 1, 2], values: Uint8Array.of(1, 2, 3, 4) });
  });

  it.each([
    ['empty', Buffer.alloc(0), /a\.gz: not an IDX file/],
    ['a picture', Buffer.from('\x89PNG\r\n'), /a\.gz: not an IDX file/],
    ['floats', idx([1], [0, 0, 0, 0], 0x0d), /a\.gz: holds type 0xd; bytes are 0x08/],
    ['a cut header', good.subarray(0, 9), /a\.gz: cut short in its header/],
    ['cut short', good.subarray(0, -1), /a\.gz: the header says 2×1×2 = 4 bytes, the file has 3/],
    ['too long', Buffer.concat([good, good]), /the header says 2×1×2 = 4 bytes, the file has 24/],
    ['a damaged stream', gzipSync(good).subarray(0, 20), /a\.gz: the gzip stream is damaged/],
  ])('refuses %s', (_, bytes, says) => {
    expect(() => readIdx(bytes, 'a.gz')).toThrow(says);
  });

  it.each([
    ['labels that are images', good, good, /l: has 2×1×2 labels for the 2 images of i/],
    ['too few labels', good, idx([1], [0]), /l: has 1 labels for the 2 images of i/],
    ['a label out of range', good, idx([2], [0, 7]), /l: label 1 is 7; classes go from 0 to 6/],
    ['images that are labels', idx([2], [0, 1]), idx([2], [0, 1]), /i: has sizes 2; images are count×height×width/],
  ])('refuses a pair with %s', (_, images, labels, says) => {
    const pair = () => readIdxPair({ file: 'i', bytes: images }, { file: 'l', bytes: labels }, 7);
    expect(pair).toThrow(says);
  });
});

describe('folders of PNGs', () => {
  const png = (channels: number, data: number[]) =>
    encode({ width: 2, height: 1, channels, depth: 8, data: Uint8Array.from(data) });

  it('reads grey and colour, and names the damaged files that it leaves out', () => {
    const { images, damaged } = readPngs(
      [
        { file: 'A/1.png', label: 0, bytes: png(1, [10, 200]) },
        { file: 'A/2.png', label: 0, bytes: Uint8Array.of() },
        { file: 'B/1.png', label: 1, bytes: png(3, [10, 20, 30, 90, 60, 30]) },
        { file: 'B/2.png', label: 1, bytes: png(1, [1, 2]).subarray(0, 30) },
        { file: 'C/1.png', label: 2, bytes: png(4, [3, 3, 3, 255, 9, 9, 9, 0]) },
      ],
      'folder',
    );
    expect([...images.pixels]).toEqual([10, 200, 20, 60, 3, 9]);
    expect([...images.labels]).toEqual([0, 1, 2]);
    expect(damaged.map(({ file }) => file)).toEqual(['A/2.png', 'B/2.png']);
  });

  it('refuses a size that differs, and a folder with nothing to read', () => {
    const tall = encode({ width: 1, height: 2, channels: 1, depth: 8, data: Uint8Array.of(1, 2) });
    const files = [
      { file: 'A/1.png', label: 0, bytes: png(1, [1, 2]) },
      { file: 'B/9.png', label: 1, bytes: tall },
    ];
    expect(() => readPngs(files, 'f')).toThrow('B/9.png: is 2×1, the files before it are 1×2; all must agree');
    expect(() => readPngs([], 'f')).toThrow('f: no PNG file that can be read (0 damaged)');
  });
});

describe('splits', () => {
  const images = (count: number): Images => ({
    height: 1,
    width: 1,
    channels: 1,
    pixels: Uint8Array.from({ length: count }, (_, i) => i),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 2),
  });
  const set = (count: number, test?: number): Dataset =>
    dataset({
      name: 'set',
      classes: ['0', '1'],
      pool: images(count),
      damaged: [],
      ...(test && { test: images(test) }),
    });

  it('gives every image to exactly one part, the same ones for one seed', () => {
    const parts = divide(set(100), { train: 60, validation: 20, test: 15, unused: 5 }, 3);
    const drawn = [parts.train, parts.validation, parts.test].flatMap(({ pixels }) => [...pixels]);
    expect(new Set(drawn).size).toBe(95);
    expect(divide(set(100), { train: 60, validation: 20, test: 15, unused: 5 }, 3)).toEqual(parts);
    expect(divide(set(100), { train: 60, validation: 20, test: 15, unused: 5 }, 4)).not.toEqual(parts);
    expect([...parts.train.labels]).toEqual([...parts.train.pixels].map((pixel) => pixel % 2));
  });

  it('keeps the test images that a set comes with', () => {
    const parts = divide(set(10, 4), { train: 10, validation: 0, test: 4 }, 1);
    expect([...parts.test.pixels]).toEqual([0, 1, 2, 3]);
  });

  it.each([
    [
      'too many',
      set(10),
      { train: 8, validation: 2, test: 1 },
      /train \+ validation \+ test \+ unused = 11, but set has 10/,
    ],
    [
      'too few',
      set(10),
      { train: 7, validation: 1, test: 1 },
      /= 9, but set has 10 images; say the difference as "unused"/,
    ],
    [
      'part of a test set',
      set(10, 4),
      { train: 10, validation: 0, test: 3 },
      /test = 3, but the test set of set has 4/,
    ],
  ])('refuses a split that does not add up: %s', (_, data, split, says) => {
    expect(() => divide(data, split, 1)).toThrow(says);
  });

  it('refuses test images of another size', () => {
    const test = { ...images(4), height: 2, width: 2 };
    const mixed = () => dataset({ name: 'set', classes: ['0', '1'], pool: images(4), test, damaged: [] });
    expect(mixed).toThrow('set: test images are 2×2, training images 1×1');
  });

  it('tells two data sets of one name apart by their hash', () => {
    expect(set(10).sha256).toBe(set(10).sha256);
    expect(new Set([set(10), set(11), set(10, 1)].map(({ sha256 }) => sha256)).size).toBe(3);
  });
});

describe('filled outlines', () => {
  it('fills whole pixels with 255, half ones with 128, and leaves holes', () => {
    const square = (a: number, b: number) =>
      [
        [a, a],
        [b, a],
        [b, b],
        [a, b],
      ] as const;
    expect([...fill([[...square(0, 1.5)]], 2)]).toEqual([255, 128, 128, 64]);
    expect([...fill([[...square(0, 3)], [...square(1, 2)].reverse()], 3)]).toEqual([
      255, 255, 255, 255, 0, 255, 255, 255, 255,
    ]);
  });
});

describe('CIFAR-10 files', () => {
  const plane = 32 * 32;
  /** An image whose three planes are one grey each. */
  const image = (label: number, ...greys: number[]) =>
    Buffer.concat([Buffer.of(label), ...greys.map((grey) => Buffer.alloc(plane, grey))]);
  const file = (bytes: Buffer, name = 'data_batch_1.bin') => ({ file: name, bytes });

  it('become pixels of red, green and blue, file after file', () => {
    const images = readCifar([file(Buffer.concat([image(3, 1, 2, 3), image(9, 4, 5, 6)])), file(image(0, 7, 8, 9))]);
    expect([images.height, images.width, images.channels]).toEqual([32, 32, 3]);
    expect([...images.labels].map((label) => cifarClasses[label])).toEqual(['cat', 'truck', 'airplane']);
    expect([...images.pixels.subarray(0, 6)]).toEqual([1, 2, 3, 1, 2, 3]);
    expect([...images.pixels.subarray(-3)]).toEqual([7, 8, 9]);
    const corner = image(1, 0, 0, 0);
    corner[1 + plane - 1] = 200;
    expect([...readCifar([file(corner)]).pixels.subarray(-3)]).toEqual([200, 0, 0]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'x.bin: has 0 bytes; an image takes 3073'],
    [
      'a cut file',
      image(1, 1, 1, 1).subarray(1),
      'x.bin: has 3072 bytes; an image takes 3073, and none may be cut short',
    ],
    ['another class', image(10, 0, 0, 0), 'x.bin: label 0 is 10; classes go from 0 to 9'],
  ])('refuses %s', (_, bytes, says) => {
    expect(() => readCifar([file(bytes, 'x.bin')])).toThrow(says);
  });

  it('have a stand-in under its own name, always the same, in which classes can be told apart', () => {
    const { name, classes, pool, sha256 } = drawnShapes(3);
    expect([name, classes.length, pool.labels.length]).toEqual(['shapes', 10, 30]);
    expect(drawnShapes(3).sha256).toBe(sha256);
    expect(new Set(pool.labels).size).toBe(10);
    const size = 3 * plane;
    const spread = (n: number) => new Set(pool.pixels.subarray(n * size, (n + 1) * size)).size;
    expect(Math.min(...Array.from({ length: 30 }, (_, n) => spread(n)))).toBeGreaterThan(20);
  });
});

describe('pieces of images', () => {
  const images: Images = {
    height: 2,
    width: 3,
    channels: 1,
    pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
    labels: Uint8Array.of(0),
  };
  const grid = (top: number, left: number, flip = false) => [...cut(images, 2, 2, () => ({ top, left, flip })).pixels];

  it.each([
    ['a corner', grid(0, 0), [1, 2, 4, 5]],
    ['the right side', grid(0, 1), [2, 3, 5, 6]],
    ['turned left to right', grid(0, 1, true), [3, 2, 6, 5]],
    ['beyond the top left', grid(-1, -1), [0, 0, 0, 1]],
    ['beyond the bottom right', grid(1, 2), [6, 0, 0, 0]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('keep their colours together', () => {
    const colour: Images = {
      height: 1,
      width: 2,
      channels: 3,
      pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
      labels: Uint8Array.of(0),
    };
    expect([...cut(colour, 1, 2, () => ({ top: 0, left: 0, flip: true })).pixels]).toEqual([4, 5, 6, 1, 2, 3]);
  });
});
