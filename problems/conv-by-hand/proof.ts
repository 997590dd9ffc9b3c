import type { Decimal } from '../../src/exact/decimal.ts';
import { cellsOf, matrix } from '../../src/exact/matrices.ts';
import { wide } from '../../src/exact/reverse-mode.ts';
import type { Proof } from '../../src/working/proof.ts';

/** Each pixel is scattered to every cell that it reaches, in place of gathering the pixels of a cell. */
function scattered(givens: Record<string, unknown>): Record<string, string> {
  const [image, kernel] = [matrix(givens.X), matrix(givens.K)];
  const bias = wide(String(givens.b));
  const size = image.length - kernel.length + 1;
  const map: Decimal[][] = Array.from({ length: size }, () => Array.from({ length: size }, () => bias));
  image.forEach((pixels, row) => {
    pixels.forEach((pixel, column) => {
      kernel.forEach((weights, a) => {
        weights.forEach((weight, c) => {
          const cell = map[row - a]?.[column - c];
          if (cell) (map[row - a] as Decimal[])[column - c] = cell.plus(pixel.times(weight));
        });
      });
    });
  });
  const positive = map.map((row) => row.map((value) => (value.gt(0) ? value : wide('0'))));
  const [largest = wide('0')] = positive.flat().sort((a, b) => b.comparedTo(a));
  return { ...cellsOf('C', map), ...cellsOf('R', positive), pooled: largest.toString() };
}

export default [{ method: 'scattering every pixel', values: scattered }] satisfies readonly Proof[];
