import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for the start of a formula; the wide forms of East Asian keyboards too. */
const starts = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** An id that no spreadsheet runs: no brackets, no operators, no calls of other programs. */
const harmless = /^[-+@]?[\p{L}\p{N}._ @-]{1,200}$/u;

/** Rows as CSV (RFC 4180). Cells that a spreadsheet would run are made text; an id that `known` has stays as it is where it can do no harm. */
export function csvText(
  rows: readonly (readonly string[])[],
  { known, delimiter = ',' }: { known?: ReadonlySet<string>; delimiter?: string } = {},
): string {
  const safe = (cell: string): string => (known?.has(cell) && harmless.test(cell) ? cell : defused(cell));
  return stringify(
    rows.map((row) => row.map(safe)),
    { delimiter },
  );
}

/** The cell as text that nothing runs; plain numbers of ours never begin so. */
const defused = (cell: string): string => (starts.test(cell) ? `'${cell}` : cell);

/** A table that came from elsewhere, given back as it was but for what was filled in. */
export const filledText = (rows: readonly (readonly string[])[], delimiter: string): string =>
  stringify(
    rows.map((row) => [...row]),
    { delimiter },
  );
