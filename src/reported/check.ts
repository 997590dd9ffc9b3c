import { point } from '../exact/interval.ts';
import type { Check } from '../working/check.ts';
import { decide, readRelation } from './relation.ts';
import { numberIn, type Reported, type Row } from './reported.ts';
import { cutWindow } from './window.ts';

/** A check that the paper's numbers contradict. */
export interface Contradiction {
  readonly check: Check;
  readonly says: string;
}

/** Holds the numbers of a paper against what must be true of them. What cannot be worked out is not held against it. */
export function contradictions(
  checks: readonly Check[],
  reported: Reported,
  given: (name: string) => number | undefined,
): Contradiction[] {
  return checks.flatMap((check) => {
    const rows =
      check.each === undefined
        ? [undefined]
        : (reported.rows.get(check.each) ?? []).filter((row) => !(check.ofBatches && row.averaged));
    return rows.flatMap((row) => {
      const says = failure(check, reported, given, row);
      return says === undefined ? [] : [{ check, says }];
    });
  });
}

function failure(
  check: Check,
  reported: Reported,
  given: (name: string) => number | undefined,
  row?: Row,
): string | undefined {
  const reading = readRelation(check.holds, reported.functions);
  // A function of a table that was not handed in is no function.
  if (!reading.ok) return undefined;
  for (const relation of reading.relations) {
    const [plain, cut] = [numberIn(reported, row), numberIn(reported, row, cutWindow)].map((numbers) =>
      decide(relation, (name) => numbers(name) ?? fixed(given(name))),
    );
    if (plain?.holds === false && cut?.holds === false)
      return `${filled(check.says, reported, row, { left: middle(plain.left), right: middle(plain.right) })}${earlier(check, reported)}`;
  }
  return undefined;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A number that is not the last of its column may be one of the others: `accuracy = log_test_last`. */
function earlier({ of, holds }: Check, { figures, rows }: Reported): string {
  const own = figures.get(of);
  for (const [, name = ''] of own ? holds.matchAll(/(?<![\p{L}\p{N}_])([\p{L}\p{N}_]+)_last(?![\p{L}\p{N}_])/gu) : []) {
    const [table, lines] = [...rows].find(([one]) => name.startsWith(`${one}_`)) ?? ['', []];
    const column = name.slice(table.length + 1);
    const found = lines.flatMap((row) => row.figures.get(column) ?? []);
    const at = found.slice(0, -1).findIndex(({ value }) => own !== undefined && value.eq(own.value));
    if (at >= 0)
      return ` It equals the ${ordinals[at] ?? `${at + 1}th`} of the ${found.length} that your ${table} has.`;
  }
  return '';
}

const fixed = (value: number | undefined) => (value === undefined ? undefined : point(value));

const middle = (side: { lo: number; hi: number } | undefined): string =>
  side ? String(Number(((side.lo + side.hi) / 2).toPrecision(6))) : '';

function filled(text: string, reported: Reported, row: Row | undefined, sides: Record<string, string>): string {
  const said = text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const figure = row?.figures.get(name) ?? reported.figures.get(name);
    return figure?.text ?? sides[name] ?? reported.values.get(name)?.toString() ?? whole;
  });
  return row ? `${row.label}: ${said}` : said;
}
