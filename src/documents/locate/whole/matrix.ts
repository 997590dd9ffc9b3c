import { listOf } from '../../../kinds/index.ts';
import type { MatrixField } from '../../../working/field.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { gridOf, tabbed } from './grid.ts';
import { blocksOf, captionsOf, type Numbered, names, takes, whole } from './place.ts';

/** A square of counts with as many rows as there are classes: the one with its label near it, or the only one. */
export function matricesOf(slot: Slot, field: MatrixField, findings: Findings): Candidate[] {
  const n = listOf(field.labels, slot.problem.working).length;
  const squares = gridsIn(slot, n, findings).flatMap(({ first, last, grid }) => {
    const square = squareIn(grid, n);
    const text = square && tabbed(square);
    return text !== undefined && takes(slot, text) ? [{ first, last, text }] : [];
  });
  const labelled = squares.filter(({ first, last }) =>
    [...captionsOf(first, findings), ...captionsOf(last, findings)].some((text) => names(slot, text)),
  );
  if (labelled.length > 0)
    return labelled.map(({ first, text }) => whole(slot, text, first, 'words', slot.name, findings));
  const [only, second] = squares;
  const others = findings.slots.filter(({ field: { kind } }) => kind === 'matrix');
  if (!only || second || (others.length > 1 && findings.scopes[only.first.i]?.by === 'anywhere')) return [];
  return [whole(slot, only.text, only.first, 'only', `${n} rows of ${n} counts`, findings)];
}

/** Cells that stand in one block or in blocks one behind the other. */
export interface Grid {
  readonly first: Numbered;
  readonly last: Numbered;
  readonly grid: readonly (readonly string[])[];
}

/** Blocks with rows of n counts: a scanner, or a blank before a line, parts one table into several. */
export function gridsIn(slot: Slot, n: number, findings: Findings): Grid[] {
  const runs: Grid[] = [];
  for (const one of blocksOf(slot, findings)) {
    const grid = gridOf(one.block);
    if (!grid.some((row) => row.filter(isCount).length >= n)) continue;
    const before = runs.at(-1);
    if (before && before.last.i === one.i - 1 && !isSquare(before.grid, n))
      runs[runs.length - 1] = { ...before, last: one, grid: [...before.grid, ...grid] };
    else runs.push({ first: one, last: one, grid });
  }
  return runs;
}

const isSquare = (grid: readonly (readonly string[])[], n: number): boolean => squareIn(grid, n) !== undefined;

const isCount = (cell: string): boolean => /^\d{1,9}$/.test(cell);

/** The n × n counts of a grid, without the names of classes and axes around them. */
function squareIn(grid: readonly (readonly string[])[], n: number): readonly (readonly string[])[] | undefined {
  const counts = grid.map((row) => row.filter(isCount)).filter((row) => row.length >= n);
  const rows = counts.length === n + 1 && isNumbered(counts[0] ?? []) ? counts.slice(1) : counts;
  if (rows.length !== n) return undefined;
  const isLed = rows.every((row) => row.length === n + 1) && isNumbered(rows.map(([first = '']) => first));
  const square = isLed ? rows.map((row) => row.slice(1)) : rows;
  return square.every((row) => row.length === n) ? square : undefined;
}

/** 0, 1, 2, … or 1, 2, 3, …: numbers of classes, perhaps with that of the last behind them. */
const isNumbered = (cells: readonly string[]): boolean =>
  cells.every((cell, i) => Number(cell) === Number(cells[0]) + i || (i === cells.length - 1 && cell === '0'));
