import { assembled, type Cells, cell, isScalar, made, ShapeFault, scalar } from '../array.ts';
import { print } from '../print.ts';
import type { Formula } from '../tree.ts';
import { type Evaluator, type Indices, type Node, shaped, shapeTextOf } from './evaluator.ts';
import { indexOf } from './indices.ts';

/** Rows of blocks; a 0 fills the place that the others leave it. */
export function matrixOf<T>(by: Evaluator<T>, tree: Node<'matrix'>, at: Indices): Cells<T> {
  const isZero = (block: Formula): boolean => block.kind === 'number' && Number(block.text) === 0;
  const rows = tree.rows.map((row) => row.map((block) => ({ of: by.value(block, at), fills: isZero(block) })));
  return shaped(by, tree, [], () => assembled(rows));
}

export function diagonalOf<T>(by: Evaluator<T>, of: Formula, at: Indices): Cells<T> {
  const { rows, columns, cells } = by.value(of, at);
  if (rows !== 1 && columns !== 1) throw new ShapeFault(`\`${print(of)}\` is no vector to stand on a diagonal`);
  const size = cells.length;
  return made(size, size, (row, column) => (row === column ? (cells[row] as T) : by.field.number('0')));
}

/** The same cells in another shape. */
export function reshaped<T>(by: Evaluator<T>, tree: Node<'reshape'>, at: Indices): Cells<T> {
  const of = by.value(tree.of, at);
  const count = of.cells.length;
  if (tree.flat) return { rows: 1, columns: count, cells: of.cells, flat: true };
  const rows = tree.rows ? indexOf(by, tree.rows, at) : count / (tree.columns ? indexOf(by, tree.columns, at) : 1);
  const columns = tree.columns ? indexOf(by, tree.columns, at) : count / rows;
  if (rows * columns !== count || !Number.isInteger(rows))
    throw new ShapeFault(`\`${print(tree.of)}\` is ${shapeTextOf(by, of)}, and cannot be made ${rows}×${columns}`);
  if (!tree.down) return { rows, columns, cells: of.cells };
  const nth = (i: number): T => cell(of, i % of.rows, Math.floor(i / of.rows));
  return made(rows, columns, (row, column) => nth(column * rows + row));
}

/** Copies laid side by side, down and across. */
export function repeated<T>(by: Evaluator<T>, tree: Node<'repeat'>, at: Indices): Cells<T> {
  const of = by.value(tree.of, at);
  const [down, across] = [indexOf(by, tree.down, at), indexOf(by, tree.across, at)];
  by.spend(of.cells.length * down * across);
  return made(of.rows * down, of.columns * across, (row, column) => cell(of, row % of.rows, column % of.columns));
}

/** Cell by cell the first whose condition holds. */
export function casesOf<T>(by: Evaluator<T>, tree: Node<'cases'>, at: Indices): Cells<T> {
  const { field } = by;
  const values = tree.cases.map(({ of, when }) => ({ of: by.value(of, at), when: when && by.value(when, at) }));
  const parts = values.flatMap(({ of, when }) => (when ? [of, when] : [of])).filter((one) => !isScalar(one));
  const all = parts[0] ?? scalar(undefined);
  if (parts.some(({ rows, columns }) => rows !== all.rows || columns !== all.columns))
    shaped(by, tree, parts.slice(0, 2), () => {
      throw new ShapeFault();
    });
  const pick = (one: Cells<T>, row: number, column: number): T =>
    isScalar(one) ? (one.cells[0] as T) : cell(one, row, column);
  const from = (i: number, row: number, column: number): T => {
    const here = values[i];
    if (!here) return field.number('NaN');
    const then = (): T => pick(here.of, row, column);
    return here.when ? field.choose(pick(here.when, row, column), then, () => from(i + 1, row, column)) : then();
  };
  return { ...made(all.rows, all.columns, (row, column) => from(0, row, column)), ...(all.flat && { flat: true }) };
}
