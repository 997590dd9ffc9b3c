import { encode } from 'fast-png';
import type { Picture } from '../pictures.ts';

const background = 255;

function dataUri(values: Uint8Array, height: number, width: number): string {
  const png = encode({ width, height, data: values, channels: 1, depth: 8 });
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

const bytesOf = ({ bytes }: Picture): Uint8Array => Buffer.from(bytes, 'base64');

/** A picture as a PNG in a data address. */
export const pngOf = (picture: Picture): string => dataUri(bytesOf(picture), picture.height, picture.width);

export interface Sheet {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** Screen pixels per pixel, so that small pictures can be seen. */
  readonly scale: number;
}

const wanted = 60;

/** Pictures of one size side by side, a white line between them, as one PNG. */
export function sheetOf(pictures: readonly Picture[], columns: number): Sheet | undefined {
  const [first] = pictures;
  if (!first) return undefined;
  const across = Math.min(columns, pictures.length);
  const width = across * (first.width + 1) - 1;
  const height = Math.ceil(pictures.length / across) * (first.height + 1) - 1;
  const values = new Uint8Array(width * height).fill(background);
  pictures.forEach((picture, i) => {
    const bytes = bytesOf(picture);
    const left = (i % across) * (first.width + 1);
    const top = Math.floor(i / across) * (first.height + 1);
    for (let row = 0; row < first.height; row += 1) {
      values.set(bytes.subarray(row * first.width, (row + 1) * first.width), (top + row) * width + left);
    }
  });
  return { src: dataUri(values, height, width), width, height, scale: Math.ceil(wanted / first.width) };
}
