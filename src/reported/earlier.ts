import type { Interval } from '../exact/interval.ts';
import type { Reported } from './reported.ts';
import { window } from './window.ts';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A number that is not the last of its column may be one of the others: "the fourth of the 6 that your log has". */
export function earlierIn(formula: string, value: Interval, { rows }: Reported): string | undefined {
  for (const [, name = ''] of formula.matchAll(/(?<![\p{L}\p{N}_])([\p{L}\p{N}_]+)_last(?![\p{L}\p{N}_])/gu)) {
    const [table, lines] = [...rows].find(([one]) => name.startsWith(`${one}_`)) ?? ['', []];
    const column = name.slice(table.length + 1);
    const found = lines.flatMap((row) => row.figures.get(column) ?? []);
    const at = found.slice(0, -1).findIndex((figure) => {
      const { lo, hi } = window(figure);
      return lo <= value.hi && value.lo <= hi;
    });
    if (at >= 0) return `the ${ordinals[at] ?? `${at + 1}th`} of the ${found.length} that your ${table} has`;
  }
  return undefined;
}
