import type { Given, Givens } from '../given.ts';
import { cellsOf, rowsOf, shapeOf, shapeText } from './cells.ts';

/** The cells of all given arrays beside the other givens. */
export const inCells = (givens: Givens): Givens =>
  Object.fromEntries(
    Object.entries(givens).flatMap(([name, given]): [string, Given][] =>
      rowsOf(given) ? cellsOf(name, given) : [[name, given]],
    ),
  );

/** Other givens in cells; an array must have the shape of the problem's own. Throws a plain `Error` where it has not. */
export function setInCells(own: Givens, set: Givens): Givens {
  for (const [name, given] of Object.entries(set)) {
    const [rows, other] = [rowsOf(own[name]), rowsOf(given)];
    if (!rows) continue;
    const shape = shapeText(shapeOf(rows));
    if (!other || shapeText(shapeOf(other)) !== shape)
      throw new Error(`the given "${name}" must be ${shape} numbers as text, such as ${JSON.stringify(own[name])}`);
  }
  return inCells(set);
}
