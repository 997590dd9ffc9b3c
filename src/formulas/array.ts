import type { NumberField } from '../expressions/evaluate.ts';

/** A matrix of cells; a scalar is one of a single cell. `flat` is an array of one axis, as NumPy has them. */
export interface Cells<T> {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly T[];
  readonly flat?: boolean;
}

/** Two shapes that do not go together. */
export class ShapeFault extends Error {}

/** A formula costs more work than anybody's answer should. */
export class TooMuch extends Error {}

export const scalar = <T>(value: T): Cells<T> => ({ rows: 1, columns: 1, cells: [value] });
export const isScalar = ({ rows, columns }: Cells<unknown>): boolean => rows === 1 && columns === 1;
export const mapped = <T, U>(a: Cells<T>, f: (x: T) => U): Cells<U> => ({ ...a, cells: a.cells.map(f) });
export const cell = <T>({ cells, columns }: Cells<T>, row: number, column: number): T =>
  cells[row * columns + column] as T;

/** A matrix made cell by cell. */
export const made = <T>(rows: number, columns: number, at: (row: number, column: number) => T): Cells<T> => ({
  rows,
  columns,
  cells: Array.from({ length: rows * columns }, (_, i) => at(Math.floor(i / columns), i % columns)),
});

export const transposed = <T>(a: Cells<T>): Cells<T> =>
  a.flat ? a : made(a.columns, a.rows, (row, column) => cell(a, column, row));

/** Is a row or a column put together with each row or column of a matrix? `one`: and never a row with a column. */
export type Wide = boolean | 'one';

/** Which cells are put together: those of equal shapes, a scalar with each; with `wide` also a row or column with each. */
export function paired<T, U>(a: Cells<T>, b: Cells<T>, wide: Wide, f: (x: T, y: T) => U): Cells<U> {
  const fits = (x: number, y: number): boolean => x === y || (wide !== false && (x === 1 || y === 1));
  const single = isScalar(a) || isScalar(b);
  const crossed = wide === 'one' && (a.rows - b.rows) * (a.columns - b.columns) < 0;
  if (!single && (crossed || !(fits(a.rows, b.rows) && fits(a.columns, b.columns)))) throw new ShapeFault();
  const [rows, columns] = [Math.max(a.rows, b.rows), Math.max(a.columns, b.columns)];
  const pick = (x: Cells<T>, row: number, column: number): T =>
    cell(x, x.rows === 1 ? 0 : row, x.columns === 1 ? 0 : column);
  const result = made(rows, columns, (row, column) => f(pick(a, row, column), pick(b, row, column)));
  return (a.flat || isScalar(a)) && (b.flat || isScalar(b)) && (a.flat || b.flat) ? { ...result, flat: true } : result;
}

/** The product of matrices; a scalar multiplies each cell. An array of one axis is a row before and a column after. */
export function product<T>(a: Cells<T>, b: Cells<T>, field: NumberField<T>): Cells<T> {
  if (isScalar(a) || isScalar(b)) return paired(a, b, false, field.multiply);
  const right = b.flat ? { ...b, rows: b.columns, columns: 1 } : b;
  if (a.columns !== right.rows) throw new ShapeFault();
  const result = made(a.rows, right.columns, (row, column) => {
    let total: T | undefined;
    for (let k = 0; k < a.columns; k++) {
      const term = field.multiply(cell(a, row, k), cell(right, k, column));
      total = total === undefined ? term : field.add(total, term);
    }
    return total as T;
  });
  if (a.flat) return { ...result, flat: true };
  return b.flat ? { rows: 1, columns: result.rows, cells: result.cells, flat: true } : result;
}

/** A block of a matrix; one that fills takes the shape that the others leave it. */
interface Block<T> {
  readonly of: Cells<T>;
  readonly fills: boolean;
}

/** The matrix that is made of rows of blocks. */
export function assembled<T>(rows: readonly (readonly Block<T>[])[]): Cells<T> {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new ShapeFault();
  const largest = (list: readonly Block<T>[], of: 'rows' | 'columns'): number =>
    Math.max(1, ...list.map((block) => (block.fills ? 1 : block.of[of])));
  const heights = rows.map((row) => largest(row, 'rows'));
  const widths = Array.from({ length: width }, (_, j) =>
    largest(
      rows.flatMap((row) => row[j] ?? []),
      'columns',
    ),
  );
  const line = (row: readonly Block<T>[], height: number, r: number): T[] =>
    row.flatMap(({ of, fills }, j) => {
      const columns = widths[j] ?? 1;
      if (!fills && (of.rows !== height || of.columns !== columns)) throw new ShapeFault();
      return Array.from({ length: columns }, (_, c) => (fills ? (of.cells[0] as T) : cell(of, r, c)));
    });
  const lines = rows.flatMap((row, i) =>
    Array.from({ length: heights[i] ?? 1 }, (_, r) => line(row, heights[i] ?? 1, r)),
  );
  return { rows: lines.length, columns: lines[0]?.length ?? 0, cells: lines.flat() };
}
