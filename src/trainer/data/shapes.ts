import { type Random, randomFrom } from '../random.ts';
import { type Dataset, dataset } from './images.ts';
import { fill, type Point } from './outline.ts';

const side = 32;

const turnTo = (angle: number, radius: number): Point => [radius * Math.cos(angle), radius * Math.sin(angle)];

/** Corners on a circle; with two radii in turn it is a star. */
function regular(corners: number, inner = 1): Point[] {
  const all = inner === 1 ? corners : 2 * corners;
  return Array.from({ length: all }, (_, i) => turnTo((2 * Math.PI * i) / all, i % 2 === 1 ? inner : 1));
}

const box = (left: number, top: number, right: number, bottom: number): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];
/** Run round the other way, so that it is a hole. */
const hole = (points: Point[]): Point[] => [...points].reverse();

/** Ten outlines within a circle of radius 1. */
const outlines: Record<string, readonly Point[][]> = {
  disc: [regular(32)],
  ring: [regular(32), hole(regular(32).map(([x, y]): Point => [0.55 * x, 0.55 * y]))],
  triangle: [regular(3)],
  square: [regular(4)],
  frame: [regular(4), hole(regular(4).map(([x, y]): Point => [0.55 * x, 0.55 * y]))],
  pentagon: [regular(5)],
  star: [regular(5, 0.4)],
  cross: [box(-0.95, -0.3, 0.95, 0.3), box(-0.3, -0.95, 0.3, 0.95)],
  bar: [box(-0.95, -0.28, 0.95, 0.28)],
  pair: [box(-0.8, -0.55, 0.8, -0.15), box(-0.8, 0.15, 0.8, 0.55)],
};
const classes = Object.keys(outlines);

function placed(shape: readonly Point[][], random: Random): Point[][] {
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  const [size, angle] = [between(7, 13), between(0, 2 * Math.PI)];
  const [x0, y0] = [side / 2 + between(-3, 3), side / 2 + between(-3, 3)];
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return shape.map((polygon) =>
    polygon.map(([x, y]): Point => [x0 + size * (cos * x - sin * y), y0 + size * (sin * x + cos * y)]),
  );
}

const colour = (random: Random) => [0, 1, 2].map(() => random.below(256));

/** A shape in one colour on another that fades across the image, with noise. */
function draw(label: number, random: Random, out: Uint8Array): void {
  const cover = fill(placed(outlines[classes[label] as string] as Point[][], random), side);
  const [ink, near, far] = [colour(random), colour(random), colour(random)];
  for (let i = 0; i < side * side; i += 1) {
    const across = (i % side) / (side - 1);
    const share = (cover[i] as number) / 255;
    for (let c = 0; c < 3; c += 1) {
      const behind = (near[c] as number) * (1 - across) + (far[c] as number) * across;
      const value = share * (ink[c] as number) + (1 - share) * behind + (random.uniform() - 0.5) * 60;
      out[3 * i + c] = Math.min(255, Math.max(0, Math.round(value)));
    }
  }
}

/**
 * A stand-in for CIFAR-10 on a machine with no data: ten plain shapes in colour, always the same images. It is called
 * `shapes` everywhere, because results on it say nothing about CIFAR-10.
 */
export function drawnShapes(perClass = 1000): Dataset {
  const count = perClass * classes.length;
  const random = randomFrom('shapes');
  const size = 3 * side * side;
  const pixels = new Uint8Array(count * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes.length);
  labels.forEach((label, i) => {
    draw(label, random, pixels.subarray(i * size, (i + 1) * size));
  });
  return dataset({
    name: 'shapes',
    classes,
    pool: { height: side, width: side, channels: 3, pixels, labels },
    damaged: [],
  });
}
