import { point } from '../exact/interval.ts';
import type { Check } from '../working/check.ts';
import { earlierIn } from './earlier.ts';
import { decide, readRelation } from './relation.ts';
import { numberIn, type Reported, type Row } from './reported.ts';
import { cutWindow } from './window.ts';

/** A check that the paper's numbers contradict, or what is to be asked where another honest reading meets it. */
export interface Contradiction {
  readonly check: Check;
  readonly says: string;
  readonly isHonest: boolean;
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
    return rows.flatMap((row): Contradiction[] => {
      const sides = failure(check.holds, reported, given, row);
      if (!sides) return [];
      const { or } = check;
      if (or && !failure(or.holds, reported, given, row))
        return [{ check, says: filled(or.notes, reported, row, {}), isHonest: true }];
      const says = `${filled(check.says, reported, row, sides)}${earlier(check, reported)}`;
      return [{ check, says, isHonest: false }];
    });
  });
}

/** The two sides of the first relation that no values written so can meet. */
function failure(
  holds: string,
  reported: Reported,
  given: (name: string) => number | undefined,
  row?: Row,
): Record<'left' | 'right', string> | undefined {
  const reading = readRelation(holds, reported.functions);
  // A function of a table that was not handed in is no function.
  if (!reading.ok) return undefined;
  for (const relation of reading.relations) {
    const [plain, cut] = [numberIn(reported, row), numberIn(reported, row, cutWindow)].map((numbers) =>
      decide(relation, (name) => numbers(name) ?? fixed(given(name))),
    );
    if (plain?.holds === false && cut?.holds === false) return { left: middle(plain.left), right: middle(plain.right) };
  }
  return undefined;
}

/** A number that is not the last of its column may be one of the others: `accuracy = log_test_last`. */
function earlier({ of, holds }: Check, reported: Reported): string {
  const own = reported.figures.get(of);
  const found = own && earlierIn(holds, point(own.value.toNumber()), reported);
  return found === undefined ? '' : ` It equals ${found}.`;
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
