import type { Given, Givens } from '../../src/working/given.ts';
import type { Problem } from '../../src/working/problem.ts';
import { defineProblem } from '../../src/working/problem.ts';

const givens: Givens = {
  images: [
    [
      ['1', '1', '1', '0'],
      ['1', '1', '1', '0'],
      ['1', '1', '1', '0'],
      ['0', '0', '0', '0'],
    ],
    [
      ['0', '1', '1', '1'],
      ['0', '1', '1', '1'],
      ['0', '1', '1', '1'],
      ['0', '0', '0', '0'],
    ],
    [
      ['0', '0', '0', '0'],
      ['0', '1', '1', '1'],
      ['0', '1', '1', '1'],
      ['0', '1', '1', '1'],
    ],
    [
      ['0', '0', '0', '0'],
      ['1', '1', '1', '0'],
      ['1', '1', '1', '0'],
      ['1', '1', '1', '0'],
    ],
  ],
  window: '2',
};

const asks = { average: { points: 4 }, max: { points: 4 } };
const identity = { id: 'pooling', title: 'Pooling by average and by maximum', rounding: { exact: true } } as const;

/** The pixels of an image, the pooled cells and their windows, by name. */
function cellsOf(image: readonly (readonly string[])[], n: number, window: number) {
  const pixel = (row: number, column: number): string => `image${n}.r${row + 1}c${column + 1}`;
  const side = (length: number): number[] => Array.from({ length: Math.floor(length / window) }, (_, i) => i);
  const within = Array.from({ length: window }, (_, i) => i);
  const cells = side(image.length).map((row) =>
    side(image[0]?.length ?? 0).map((column) => ({
      name: `${n}.r${row + 1}c${column + 1}`,
      words: `the cell in row ${row + 1}, column ${column + 1} of image ${n}`,
      pixels: within.flatMap((i) => within.map((j) => pixel(row * window + i, column * window + j))),
    })),
  );
  const values = image.flatMap((row, i) => row.map((value, j) => [pixel(i, j), value] as const));
  return { cells, values };
}

/** One line for every cell of the pooled images: windows side by side, without overlap. */
function declared(set: Givens): Problem {
  const { images, window } = { ...givens, ...set } as { images: readonly Given[]; window: string };
  const all = images.map((image, i) => cellsOf(image as readonly (readonly string[])[], i + 1, Number(window)));
  const cells = all.flatMap((one) => one.cells.flat());
  const average = cells.map(({ name, pixels }) => [`average${name}`, `(${pixels.join(' + ')})/window^2`]);
  const most = cells.map(({ name, pixels }) => [`max${name}`, `max(${pixels.join(', ')})`]);
  const field = (name: string) => ({
    kind: 'cells' as const,
    name,
    matrices: all.map((one) => one.cells.map((row) => row.map((cell) => `${name}${cell.name}`))),
  });
  return defineProblem({
    ...identity,
    givens: { window, ...Object.fromEntries(all.flatMap(({ values }) => values)) },
    working: Object.fromEntries([...average, ...most]),
    names: Object.fromEntries(
      cells.flatMap(({ name, words }) => [
        [`average${name}`, words],
        [`max${name}`, words],
      ]),
    ),
    fields: [field('average'), field('max')],
    asks,
  });
}

/** Images pooled by average and by maximum, cell by cell. */
export default {
  ...identity,
  givens,
  asks,
  work: (set: Givens) => declared(set).work({}),
} satisfies Problem;
