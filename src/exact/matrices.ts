import { cellName } from './cell-name.ts';
import { centralDifference } from './central-difference.ts';
import type { Decimal } from './decimal.ts';
import { wide } from './reverse-mode.ts';

/** A matrix of decimals of 60 digits, for proofs. */
export type Matrix = readonly (readonly Decimal[])[];

/** Reads rows of text; a single text is a matrix of one cell, and a list of texts a column. */
export function matrix(given: unknown): Matrix {
  if (typeof given === 'string') return [[wide(given)]];
  return (given as readonly (string | readonly string[])[]).map((row) => [row].flat().map((text) => wide(text)));
}

export const zero = wide('0');
export const total = (list: readonly Decimal[]): Decimal => list.reduce((a, b) => a.plus(b), zero);

/** Rows times columns. */
export const matrixProduct = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => (b[0] ?? []).map((_, j) => total(row.map((x, k) => x.times(b[k]?.[j] ?? zero)))));

/** The same with every column of the second added to each column of the first. */
export const plusColumn = (a: Matrix, b: Matrix): Matrix =>
  a.map((row, i) => row.map((x) => x.plus(b[i]?.[0] ?? zero)));

/** The sum of the products of like cells: how a loss whose slopes are known changes with what it is made of. */
export const inner = (a: Matrix, b: Matrix): Decimal =>
  total(a.flatMap((row, i) => row.map((x, j) => x.times(b[i]?.[j] ?? zero))));

/** By field and cell: what a proof hands back. */
export const cellsOf = (field: string, a: Matrix): Record<string, string> =>
  Object.fromEntries(
    a.flatMap((row, i) => row.map((x, j) => [cellName(field, a.length, row.length, i, j), x.toString()])),
  );

/** The derivative of a number by every cell of a matrix, each from a central difference. */
export const slopes = (of: (at: Matrix) => Decimal, at: Matrix): Matrix =>
  at.map((row, i) =>
    row.map((x, j) => centralDifference((moved) => of(at.map((r, k) => (k === i ? r.with(j, moved) : r))), x)),
  );
