import { type Cells, made, ShapeFault } from '../array.ts';
import { evaluate } from '../evaluate.ts';
import { floats } from '../fields/float.ts';
import { type Names, runsOf, sizeOf, sizesOf } from '../names.ts';
import type { Formula } from '../tree.ts';
import { NotWritten } from './not-written.ts';

/** A part of a formula worked out once, for its shape. Throws `NotWritten` where it has none. */
export function shapeIn(tree: Formula, names: Names): Cells<number> {
  const [sizes, runs] = [sizesOf(names), runsOf(names)];
  const lookup = (name: string): Cells<number> => {
    const shape = names.names.find((one) => one.name === name)?.shape;
    if (!shape) throw new NotWritten(name);
    return made(sizeOf(shape[0], sizes), sizeOf(shape[1], sizes), () => 0.5);
  };
  const fixed = new Map([...runs.keys()].map((index) => [index, 1]));
  try {
    return evaluate(tree, { field: floats, lookup, wide: true, sizes, runs, fixed });
  } catch (error) {
    if (error instanceof ShapeFault) throw new NotWritten(error.message);
    throw error;
  }
}
