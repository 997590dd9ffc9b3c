import { cellName } from '../../exact/cell-name.ts';
import type { Expression } from '../../expressions/tree.ts';
import { type Cells, made, ShapeFault, TooMuch } from '../../formulas/array.ts';
import { eachCell } from '../../formulas/each.ts';
import { evaluate } from '../../formulas/evaluate.ts';
import { expressions } from '../../formulas/fields/expressions.ts';
import { type Names, runsOf, sizesOf } from '../../formulas/names.ts';
import { type Formula, symbol } from '../../formulas/tree.ts';
import type { Shape } from './cells.ts';

/** A line of a working over arrays, be it a single number: what the author wrote, and the lines of its cells. */
export interface ArrayLine {
  readonly name: string;
  readonly shape: Shape;
  readonly source: Formula;
  /** What the letters of its indices run up to: `C[i,j]`. */
  readonly indices: Readonly<Record<string, string>>;
  /** The names of its cells, row by row. */
  readonly cells: readonly (readonly string[])[];
}

/** Is it more than one number? */
export const isArray = ({ shape: [rows, columns] }: ArrayLine): boolean => rows * columns > 1;

/** The arrays of a working. */
export interface Arrays {
  /** The givens and lines, each with its shape; a line with what it is. */
  readonly names: Names;
  readonly lines: readonly ArrayLine[];
}

/** The formulas of all cells of a formula over arrays. Throws `ShapeFault` where shapes do not go together. */
export function lowered(source: Formula, names: Names): Cells<Expression> {
  const sizes = sizesOf(names);
  const lookup = (name: string): Cells<Expression> => {
    const declared = names.names.find((one) => one.name === name);
    if (!declared) throw new ShapeFault(`there is no \`${name}\``);
    const [rows, columns] = declared.shape.map(Number) as [number, number];
    return made(rows, columns, (row, column) => symbol(cellName(name, rows, columns, row, column)) as Expression);
  };
  return evaluate(source, { field: expressions, lookup, wide: 'one', sizes, runs: runsOf(names) });
}

/** The names that a line may use: those above it, and its indices. */
export const namesOf = (
  { names }: Pick<Arrays, 'names'>,
  { name, indices }: Pick<ArrayLine, 'name' | 'indices'>,
): Names => {
  const at = names.names.findIndex((one) => one.name === name);
  return {
    ...names,
    names: at < 0 ? names.names : names.names.slice(0, at),
    indices: { ...names.indices, ...indices },
  };
};

/** The cells of another formula for a line, in the line's own shape; undefined where it has another or none. */
export function loweredAs(source: Formula, line: ArrayLine, arrays: Arrays): Cells<Expression> | undefined {
  const [rows, columns] = line.shape;
  try {
    const names = namesOf(arrays, line);
    const cells = lowered(eachCell(source, { rows, columns }, names).tree, names);
    return cells.rows === rows && cells.columns === columns ? cells : undefined;
  } catch (error) {
    if (error instanceof ShapeFault || error instanceof TooMuch) return undefined;
    throw error;
  }
}
