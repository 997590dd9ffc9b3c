import { listOf } from '../../../kinds/given.ts';
import type { MatrixField } from '../../../working/field.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { gridOf, tabbed } from './grid.ts';
import { blocksOf, captionsOf, names, takes, whole } from './place.ts';

/** A square of counts with as many rows as there are classes: the one with its label near it, or the only one. */
export function matricesOf(slot: Slot, field: MatrixField, findings: Findings): Candidate[] {
  const n = listOf(field.labels, slot.problem.working).length;
  const squares = blocksOf(slot, findings).flatMap((one) => {
    const square = squareIn(gridOf(one.block), n);
    const text = square && tabbed(square);
    return text !== undefined && takes(slot, text) ? [{ one, text }] : [];
  });
  const labelled = squares.filter(({ one }) => captionsOf(one, findings).some((text) => names(slot, text)));
  if (labelled.length > 0) return labelled.map(({ one, text }) => whole(slot, text, one, 'words', slot.name, findings));
  const [only, second] = squares;
  const others = findings.slots.filter(({ field: { kind } }) => kind === 'matrix');
  if (!only || second || (others.length > 1 && findings.scopes[only.one.i]?.by === 'anywhere')) return [];
  return [whole(slot, only.text, only.one, 'only', `${n} rows of ${n} counts`, findings)];
}

const isCount = (cell: string): boolean => /^\d{1,9}$/.test(cell);

/** The n × n counts of a grid, without the names of classes and axes around them. */
function squareIn(grid: readonly (readonly string[])[], n: number): readonly (readonly string[])[] | undefined {
  const counts = grid.map((row) => row.filter(isCount)).filter((row) => row.length > 1);
  const rows = counts.length === n + 1 && isNumbered(counts[0] ?? []) ? counts.slice(1) : counts;
  if (rows.length !== n) return undefined;
  const isLed = rows.every((row) => row.length === n + 1) && isNumbered(rows.map(([first = '']) => first));
  const square = isLed ? rows.map((row) => row.slice(1)) : rows;
  return square.every((row) => row.length === n) ? square : undefined;
}

/** 0, 1, 2, … or 1, 2, 3, …: numbers of classes, perhaps with that of the last behind them. */
const isNumbered = (cells: readonly string[]): boolean =>
  cells.every((cell, i) => Number(cell) === Number(cells[0]) + i || (i === cells.length - 1 && cell === '0'));
