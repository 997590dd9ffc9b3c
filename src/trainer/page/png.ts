import { encode } from 'fast-png';
import type { Picture } from '../pictures.ts';

const background = 255;

/** A colour for each byte. */
export type Palette = (byte: number) => readonly [red: number, green: number, blue: number];

/** Blue below the middle, white in it, red above: the same lightness on either side. */
export const diverging: Palette = (byte) => {
  const far = Math.min(1, Math.abs(byte - 127.5) / 127.5);
  const [red, green, blue] = byte < 127.5 ? [33, 92, 165] : [178, 48, 32];
  const mix = (end: number) => Math.round(255 + (end - 255) * far);
  return [mix(red), mix(green), mix(blue)];
};

function dataUri(values: Uint8Array, height: number, width: number): string {
  const channels = values.length / (height * width);
  const png = encode({ width, height, data: values, channels, depth: 8 });
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

/** A picture's bytes with as many channels as the sheet has. */
function coloured(picture: Picture, channels: number, palette: Palette | undefined): Uint8Array {
  const bytes = bytesOf(picture);
  if ((picture.channels ?? 1) === channels) return bytes;
  return Uint8Array.from([...bytes].flatMap((byte) => palette?.(byte) ?? [byte, byte, byte]));
}

/** Pictures of one size side by side, a white line between them, as one PNG; grey ones through the palette. */
export function sheetOf(pictures: readonly Picture[], columns: number, palette?: Palette): Sheet | undefined {
  const [first] = pictures;
  if (!first) return undefined;
  const channels = palette ? 3 : (first.channels ?? 1);
  const across = Math.min(columns, pictures.length);
  const width = across * (first.width + 1) - 1;
  const height = Math.ceil(pictures.length / across) * (first.height + 1) - 1;
  const values = new Uint8Array(width * height * channels).fill(background);
  const line = first.width * channels;
  pictures.forEach((picture, i) => {
    const bytes = coloured(picture, channels, palette);
    const left = (i % across) * (first.width + 1);
    const top = Math.floor(i / across) * (first.height + 1);
    for (let row = 0; row < first.height; row += 1) {
      values.set(bytes.subarray(row * line, (row + 1) * line), ((top + row) * width + left) * channels);
    }
  });
  return { src: dataUri(values, height, width), width, height, scale: Math.ceil(wanted / first.width) };
}

/** The palette as a bar from its lowest to its highest colour. */
export function barOf(palette: Palette): string {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  return dataUri(Uint8Array.from([...bytes].flatMap((byte) => [...palette(byte)])), 1, 256);
}
