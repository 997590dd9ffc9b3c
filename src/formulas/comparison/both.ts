import { type Cells, ShapeFault } from '../array.ts';
import { type EachCell, eachCell } from '../each.ts';
import { evaluate } from '../evaluate.ts';
import type { CellField } from '../field.ts';
import { type Names, shapeTextOf, sizesOf } from '../names.ts';
import type { Point } from '../points.ts';
import type { Formula } from '../tree.ts';
import type { Comparison, Meaning } from './comparison.ts';

/** Two formulas at a point, the first in the shape of the second where it is said cell by cell. */
export function bothAt<T>(
  yours: Formula,
  right: Formula,
  field: CellField<T>,
  point: Point<T>,
  names: Names,
  { wide = false, order = [] }: Meaning,
): [Cells<T>, Cells<T>] {
  const sizes = sizesOf(names);
  const shapeText = shapeTextOf(sizes);
  const lookup = (name: string): Cells<T> => {
    const value = point.values.get(name);
    if (!value) throw new ShapeFault(`there is no value for \`${name}\``);
    return value;
  };
  const of = ({ tree, runs }: EachCell, broad: boolean): Cells<T> =>
    evaluate(tree, { field, lookup, wide: broad, shapeText, sizes, runs, fixed: point.fixed });
  const target = of(eachCell(right, { rows: 2, columns: 1 }, names), true);
  return [of(eachCell(yours, target, names, order), wide), target];
}

/** An array of one axis stands for a row or a column. */
export function shapeFault(a: Cells<unknown>, b: Cells<unknown>, names: Names): Comparison | undefined {
  if (a.rows === b.rows && a.columns === b.columns) return undefined;
  if (a.flat && a.columns === b.rows && b.columns === 1) return undefined;
  const text = shapeTextOf(sizesOf(names));
  const turned = a.rows === b.columns && a.columns === b.rows ? ': it is the transpose in shape' : '';
  return {
    kind: 'shape',
    says: `this is ${text(a.rows, a.columns)}, and the answer is ${text(b.rows, b.columns)}${turned}`,
  };
}
