import { decode } from 'fast-png';
import { Refusal } from '../refusal.ts';
import type { Damaged, Images } from './images.ts';

/** A PNG file of known class. */
export interface LabelledFile {
  readonly file: string;
  readonly label: number;
  readonly bytes: Uint8Array;
}

interface Grey {
  readonly height: number;
  readonly width: number;
  readonly pixels: Uint8Array;
}

/** Grey is the mean of red, green and blue; an alpha channel is ignored; 16 bits become 8. */
function grey(bytes: Uint8Array): Grey {
  const { width, height, channels, data, depth, palette } = decode(bytes);
  const shift = depth === 16 ? 8 : 0;
  if (depth < 8) throw new Error(`${depth} bits for a pixel; 8 or 16 are read`);
  const colours = channels >= 3 ? 3 : 1;
  const value = (i: number): number => {
    const entry = palette?.[data[i] ?? 0];
    if (entry) return ((entry[0] ?? 0) + (entry[1] ?? 0) + (entry[2] ?? 0)) / 3;
    let sum = 0;
    for (let c = 0; c < colours; c += 1) sum += (data[i * channels + c] ?? 0) >> shift;
    return sum / colours;
  };
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, i) => Math.round(value(i))) };
}

/**
 * Reads PNG files into one set. A file that cannot be read is left out and named; the first good one sets the size.
 * @throws Refusal when none can be read, or a readable one has another size.
 */
export function readPngs(files: Iterable<LabelledFile>, folder: string): { images: Images; damaged: Damaged[] } {
  const damaged: Damaged[] = [];
  const read: (Grey & { label: number })[] = [];
  for (const { file, label, bytes } of files) {
    try {
      read.push({ ...grey(bytes), label });
    } catch (error) {
      damaged.push({ file, says: error instanceof Error ? error.message : String(error) });
      continue;
    }
    const [first, last] = [read[0], read.at(-1)];
    if (first && last && (last.height !== first.height || last.width !== first.width)) {
      throw new Refusal(
        `${file}: is ${last.height}×${last.width}, the files before it are ${first.height}×${first.width}; all must agree`,
      );
    }
  }
  const [first] = read;
  if (!first) throw new Refusal(`${folder}: no PNG file that can be read (${damaged.length} damaged)`);
  const size = first.height * first.width;
  const pixels = new Uint8Array(read.length * size);
  read.forEach((image, i) => {
    pixels.set(image.pixels, i * size);
  });
  const labels = Uint8Array.from(read, ({ label }) => label);
  return { images: { height: first.height, width: first.width, channels: 1, pixels, labels }, damaged };
}
