import { cellName } from '../../exact/cell-name.ts';
import type { Given } from '../given.ts';

/** Rows and columns; a list of numbers is a column, as a vector is. */
export type Shape = readonly [rows: number, columns: number];

/** The names of all cells, row by row. */
export const cellNames = (name: string, shape: Shape): string[][] =>
  Array.from({ length: shape[0] }, (_, row) =>
    Array.from({ length: shape[1] }, (_, column) => cellName(name, ...shape, row, column)),
  );

const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;
const isNumber = (given: Given): given is string => typeof given === 'string' && decimal.test(given);
const isList = (given: Given): given is readonly Given[] => Array.isArray(given);

/** The rows of a given that is a vector or a matrix of numbers; undefined where it is something else. */
export function rowsOf(given: Given | undefined): readonly (readonly string[])[] | undefined {
  if (given === undefined || !isList(given) || given.length === 0) return undefined;
  if (given.every(isNumber)) return given.map((one) => [one]);
  const rows = given.map((row) => (isList(row) && row.every(isNumber) ? row : undefined));
  const [first] = rows;
  if (!first || first.length === 0) return undefined;
  return rows.every((row) => row?.length === first.length) ? (rows as (readonly string[])[]) : undefined;
}

export const shapeOf = (rows: readonly (readonly string[])[]): Shape => [rows.length, rows[0]?.length ?? 0];

export const shapeText = ([rows, columns]: Shape): string => `${rows}×${columns}`;

/** A given as numbers by the names of its cells. */
export function cellsOf(name: string, given: Given): [string, string][] {
  const rows = rowsOf(given) ?? [];
  const names = cellNames(name, shapeOf(rows));
  return rows.flatMap((row, i) => row.map((text, j): [string, string] => [names[i]?.[j] ?? name, text]));
}
