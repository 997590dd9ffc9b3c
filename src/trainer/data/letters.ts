import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Random, randomFrom } from '../random.ts';
import { Refusal } from '../refusal.ts';
import { type Dataset, dataset } from './images.ts';
import { type Command, fill, type Point, polygons } from './outline.ts';

const classes = [...'ABCDEFGHIJ'];
const size = 28;

/** The faces of the KaTeX fonts that hold letters. */
const faces = [
  'AMS-Regular',
  'Caligraphic-Bold',
  'Caligraphic-Regular',
  'Fraktur-Bold',
  'Fraktur-Regular',
  'Main-Bold',
  'Main-BoldItalic',
  'Main-Italic',
  'Main-Regular',
  'Math-BoldItalic',
  'Math-Italic',
  'SansSerif-Bold',
  'SansSerif-Italic',
  'SansSerif-Regular',
  'Script-Regular',
  'Typewriter-Regular',
];

/** The part of opentype.js that is used; declared here because the package is optional. */
interface OpenType {
  parse(bytes: ArrayBuffer): Font;
}
interface Font {
  charToGlyph(letter: string): { getPath(x: number, y: number, size: number): { commands: Command[] } };
}

function fonts(): Font[] {
  const load = createRequire(import.meta.url);
  try {
    const { parse } = load('opentype.js') as OpenType;
    return faces.map((face) => {
      const bytes = readFileSync(load.resolve(`katex/dist/fonts/KaTeX_${face}.ttf`));
      return parse(Uint8Array.from(bytes).buffer);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Refusal(`the letters are drawn by two packages (${why}); npm install opentype.js@2.0.0 katex@0.16.22`);
  }
}

/** Moves a letter to the middle, then turns, slants and scales it a little: no two images are quite alike. */
function distorted(shape: readonly Point[][], random: Random): Point[][] {
  const all = shape.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  const scale = between(17, 25) / Math.max(right - left, bottom - top);
  const [stretch, slant, turn] = [between(0.85, 1.15), between(-0.2, 0.2), between(-0.2, 0.2)];
  const [dx, dy] = [between(-1.5, 1.5), between(-1.5, 1.5)];
  const move = ([x, y]: Point): Point => {
    const v = (y - (top + bottom) / 2) * scale;
    const u = (x - (left + right) / 2) * scale * stretch + slant * v;
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    return [size / 2 + dx + cos * u - sin * v, size / 2 + dy + sin * u + cos * v];
  };
  return shape.map((polygon) => polygon.map(move));
}

/**
 * A stand-in for notMNIST on a machine with no data: the letters A–J drawn from 16 faces of the KaTeX fonts. Always the
 * same images. It is called `letters` everywhere, because results on it say nothing about notMNIST.
 * @throws Refusal when the optional packages are absent.
 */
export function renderedLetters(perLetter = 1000): Dataset {
  const shapes = fonts().map((font) =>
    classes.map((letter) => polygons(font.charToGlyph(letter).getPath(0, 0, size).commands)),
  );
  const count = perLetter * classes.length;
  const random = randomFrom('letters');
  const pixels = new Uint8Array(count * size * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes.length);
  labels.forEach((label, i) => {
    const shape = shapes[random.below(shapes.length)]?.[label] ?? [];
    pixels.set(fill(distorted(shape, random), size), i * size * size);
  });
  return dataset({
    name: 'letters',
    classes,
    pool: { height: size, width: size, channels: 1, pixels, labels },
    damaged: [],
  });
}
