import { readWritten } from '../../exact/written.ts';
import { readCells } from '../../reading/cells.ts';
import type { AnswerValue } from '../../reading/value.ts';
import type { Row } from '../../reported/reported.ts';
import { type Figure, figureOf } from '../../reported/window.ts';
import type { Column } from '../../working/field.ts';
import { inShares, isShare } from './shares.ts';

/** A table as it was understood: its rows, and the cells that hold no number where one belongs. */
export interface ReadTable {
  readonly rows: readonly Row[];
  readonly texts: readonly (readonly string[])[];
  readonly unread: readonly string[];
}

const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Reads the rows of a table by its headings, or, where it has none, in the order in which the columns are declared. */
export function readTable(value: AnswerValue, columns: readonly Column[]): ReadTable | { readonly reason: string } {
  if (typeof value === 'string' && !/[|&[\t\n]/.test(value))
    return { reason: 'one line of text is no table; write a row for each line of it' };
  const cells = readCells(value);
  if (!cells.ok) return { reason: cells.reason };
  const [head = [], ...rest] = cells.rows;
  const headed = head.map((cell) => columns.find((column) => isHeading(cell, column)));
  const hasHead = headed.filter((column) => column !== undefined).length > head.length / 2;
  const order = hasHead ? headed : columns;
  const rows = hasHead ? rest : cells.rows;
  const wide = rows.findIndex((row) => row.length !== order.length);
  if (rows.length === 0) return { reason: 'it has no rows' };
  if (wide >= 0)
    return { reason: `row ${wide + 1} has ${rows[wide]?.length} cells, and there are ${order.length} columns` };
  const read = rows.map((row, i) => readRow(row, i, order));
  return {
    rows: inShares(
      read.map(({ row }) => row),
      columns,
    ),
    texts: rows,
    unread: read.flatMap(({ unread }) => unread),
  };
}

const isHeading = (cell: string, { name, headings = [] }: Column): boolean =>
  [name, ...headings].some((one) => plainly(one) === plainly(cell));

function readRow(cells: readonly string[], i: number, order: readonly (Column | undefined)[]) {
  const figures = new Map<string, Figure>();
  const unread: string[] = [];
  for (const [j, column] of order.entries()) {
    if (!column || column.of === 'text') continue;
    const cell = cells[j] ?? '';
    const reading = readWritten(cell);
    if (reading.ok) figures.set(column.name, inUnits(figureOf(reading.written), cell, column));
    else if (cell !== '' && !/^[-–—]$/.test(cell)) unread.push(`row ${i + 1}, ${column.name}: ${reading.reason}`);
  }
  return { row: { label: `Row ${i + 1}`, figures }, unread };
}

/** A percentage keeps its own digits, 8.37 % is 8.37 of a hundred, where the column is not one of shares. */
function inUnits(figure: Figure, text: string, column: Column): Figure {
  if (isShare(column)) return { ...figure, text, exact: figure.exact && !figure.value.isInteger() };
  if (!/%|percent/i.test(text)) return figure;
  return { text: figure.text, value: figure.value.times(100), places: Math.max(0, figure.places - 2), exact: false };
}
