import type { Interval } from '../exact/interval.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { type Figure, window } from './window.ts';

/** What a paper says of a run of its own, for formulas to speak of: numbers by name, and functions over its tables. */
export interface Reported {
  readonly figures: ReadonlyMap<string, Figure>;
  /** Values that are no written numbers: sums over a table. */
  readonly values: ReadonlyMap<string, number>;
  readonly functions: readonly Fn[];
  /** Tables by name: their rows, each with its numbers by column. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** A row of a table that was handed in. */
export interface Row {
  /** What it is called, for messages: "row 3", "line 12 of the log". */
  readonly label: string;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Its numbers are averages over an epoch, not of one batch. */
  readonly averaged?: true;
}

export const nothingReported: Reported = { figures: new Map(), values: new Map(), functions: [], rows: new Map() };

/** What several answers say together. */
export function together(all: readonly Reported[]): Reported {
  return {
    figures: new Map(all.flatMap(({ figures }) => [...figures])),
    values: new Map(all.flatMap(({ values }) => [...values])),
    functions: all.flatMap(({ functions }) => functions),
    rows: new Map(all.flatMap(({ rows }) => [...rows])),
  };
}

/** The number of a name, as wide as its written digits leave it; a row's own columns come first. */
export function numberIn(reported: Reported, row?: Row, widen: (figure: Figure) => Interval = window) {
  return (name: string): Interval | undefined => {
    const figure = row?.figures.get(name) ?? reported.figures.get(name);
    if (figure) return widen(figure);
    const value = reported.values.get(name);
    return value === undefined ? undefined : { lo: value, hi: value };
  };
}

/** `log_test_last`, `log_test_most`, `log_test_least` of each column, as written, and `log_rows`. */
export function columnsOf(name: string, columns: readonly string[], rows: readonly Row[]): Reported {
  const figures = columns.flatMap((column) => {
    const all = rows.flatMap((row) => row.figures.get(column) ?? []);
    const [first] = all;
    if (!first) return [];
    const pick = (better: (a: Figure, b: Figure) => boolean): Figure =>
      all.reduce((kept, one) => (better(one, kept) ? one : kept), first);
    return [
      [`${name}_${column}_most`, pick((a, b) => a.value.gt(b.value))],
      [`${name}_${column}_least`, pick((a, b) => a.value.lt(b.value))],
      [`${name}_${column}_last`, all.at(-1) ?? first],
    ] as const;
  });
  const values = new Map([[`${name}_rows`, rows.length]]);
  return { ...nothingReported, figures: new Map(figures), values, rows: new Map([[name, rows]]) };
}
