import type { ClassNames } from '../../reported/classes.ts';

type Cells = readonly (readonly string[])[];

/** The counts of a matrix, in the order of the classes, and a total beside it that is not the sum of its line. */
export interface MatrixGrid {
  readonly cells: Cells;
  readonly oddTotal?: { readonly where: string; readonly written: string; readonly sum: number };
}

/**
 * A matrix of n × n counts without what people write around it: heads, labels, rules, totals. Labels in another order
 * than the classes put rows and columns in theirs.
 */
export function matrixGrid(rows: Cells, n: number, names: ClassNames): MatrixGrid {
  const bare = rows.filter((row) => !row.every((cell) => /^[-+=:─━|]*$/u.test(cell)));
  const { body, heads } = withoutHeads(bare, n);
  const { cells, labels } = withoutLabels(body, n);
  const { square, oddTotal } = withoutTotals(cells, n);
  const [down, across] = [orderOf(labels, n, names), orderOf(heads, n, names)];
  const isSquare = square.length === n && square.every((row) => row.length === n);
  const ordered = isSquare && (down || across) ? inOrder(square, down ?? identity(n), across ?? identity(n)) : square;
  return { cells: ordered, ...(oddTotal && { oddTotal }) };
}

const identity = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const isNumber = (cell: string): boolean => /^\d+(?:\.0*)?$/.test(cell);

/** Heads are words, or numbers from 0 or 1 on above more rows than there are classes. */
function withoutHeads(rows: Cells, n: number): { body: Cells; heads: readonly string[] } {
  const [first = [], ...body] = rows;
  const isHead =
    rows.length > n && (first.slice(1).some((cell) => cell !== '' && !isNumber(cell)) || isCounting(first.slice(-n)));
  if (!isHead) return { body: rows, heads: [] };
  const named = first.filter((cell) => cell !== '' && !isTotal(cell));
  return { body, heads: named.slice(-n) };
}

const isCounting = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, i) => Number(cell) === Number(cells[0]) + i) && Number(cells[0]) <= 1;

const isTotal = (cell: string): boolean => /^(?:total|sum|all|support|Σ|∑)$/iu.test(cell.trim());

/** A first column of labels: of words, or one more than the classes and totals leave. */
function withoutLabels(rows: Cells, n: number): { cells: Cells; labels: readonly string[] } {
  const firsts = rows.map(([first = '']) => first);
  const wide = rows.every((row) => row.length > n);
  const words = firsts.some((cell) => cell !== '' && !isNumber(cell));
  if (!wide || !(words || isCounting(firsts.slice(0, n)))) return { cells: rows, labels: [] };
  return { cells: rows.map((row) => row.slice(1)), labels: firsts.filter((cell) => !isTotal(cell)) };
}

/** Where a row or column more than there are classes stands, it is that of the totals. */
function withoutTotals(rows: Cells, n: number): { square: Cells; oddTotal?: MatrixGrid['oddTotal'] } {
  const counts = rows.slice(0, n).map((row) => row.slice(0, n));
  const hasRow = rows.length === n + 1;
  const hasColumn = rows.some((row) => row.length === n + 1);
  if (!(hasRow || hasColumn) || counts.some((row) => row.length !== n || !row.every(isNumber))) return { square: rows };
  const sum = (cells: readonly string[]): number => cells.reduce((total, cell) => total + Number(cell), 0);
  const totals = [
    ...counts.map((row, i) => ({ where: `row ${i + 1}`, written: rows[i]?.[n] ?? '', sum: sum(row) })),
    ...(hasRow ? identity(n).map((j) => columnTotal(rows, counts, j, sum)) : []),
    { where: 'the whole', written: rows[n]?.[n] ?? '', sum: sum(counts.flat()) },
  ].filter(({ written }) => isNumber(written));
  const oddTotal = totals.find((total) => Number(total.written) !== total.sum);
  // What adds up nowhere is no total.
  if (oddTotal && totals.every((total) => Number(total.written) !== total.sum)) return { square: rows };
  return { square: counts, ...(oddTotal && { oddTotal }) };
}

const columnTotal = (rows: Cells, counts: Cells, j: number, sum: (cells: readonly string[]) => number) => ({
  where: `column ${j + 1}`,
  written: rows.at(-1)?.[j] ?? '',
  sum: sum(counts.map((row) => row[j] ?? '')),
});

/** For each class where it stands, if the labels are all the classes in another order. */
function orderOf(labels: readonly string[], n: number, names: ClassNames): number[] | undefined {
  const codes = labels.map((label) => (names.codeOf(label) ?? 0) - 1);
  const places = identity(n).map((i) => codes.indexOf(i));
  return labels.length === n && places.every((at) => at >= 0) ? places : undefined;
}

const inOrder = (cells: Cells, down: readonly number[], across: readonly number[]): Cells =>
  down.map((row) => across.map((column) => cells[row]?.[column] ?? ''));
