import { type Interval, known } from '../exact/interval.ts';
import { unrounded } from '../exact/rounding.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { hull } from '../expressions/hull.ts';
import { parsePlain } from '../expressions/plain.ts';
import { type Expression, symbolsOf } from '../expressions/tree.ts';

export type Sign = '=' | '≠' | '<' | '≤' | '>' | '≥';

/** Two formulas over the paper's own numbers, and how they are said to stand to each other. */
export interface Relation {
  readonly left: Expression;
  readonly sign: Sign;
  readonly right: Expression;
}

export type RelationReading =
  | { readonly ok: true; readonly relations: readonly Relation[] }
  | { readonly ok: false; readonly reason: string; readonly at: number };

const signs = /<=|>=|!=|==|[=<>≤≥≠]/g;
const plainSign: Readonly<Record<string, Sign>> = { '<=': '≤', '>=': '≥', '!=': '≠', '==': '=' };

/** Reads `a = b`, `a ≤ b < c`, `a > b and a > c`: each formula in the plain notation; `own` are functions over the paper's tables. */
export function readRelation(text: string, own: readonly Fn[] = []): RelationReading {
  const parts = text.split(/\sand\s/).map((part) => readChain(part, own));
  const fault = parts.find((part) => !part.ok);
  return fault ?? { ok: true, relations: parts.flatMap((part) => (part.ok ? part.relations : [])) };
}

function readChain(text: string, own: readonly Fn[]): RelationReading {
  const found = [...text.matchAll(signs)];
  if (found.length === 0) return { ok: false, reason: 'there is no =, < or > in it', at: 0 };
  const ends = [0, ...found.map((sign) => sign.index + sign[0].length)];
  const trees: Expression[] = [];
  for (const [i, from] of ends.entries()) {
    const reading = parsePlain(text.slice(from, found[i]?.index ?? text.length), own);
    if (!reading.ok) return { ok: false, reason: reading.reason, at: reading.at + from };
    trees.push(reading.tree);
  }
  const relations = found.map(([sign], i): Relation => {
    const [left, right] = [trees[i] as Expression, trees[i + 1] as Expression];
    return { left, sign: plainSign[sign] ?? (sign as Sign), right };
  });
  return { ok: true, relations };
}

/** Whether a relation can hold, and what its two sides are. */
export interface Decision {
  /** `unknown` where a side has no value: a table that was not handed in. */
  readonly holds: boolean | 'unknown';
  readonly left?: Interval;
  readonly right?: Interval;
}

type Numbers = (name: string) => Interval | undefined;

/**
 * Can the relation hold? Every number is as wide as its written digits leave it, so that `false` is proved: no values
 * that are written so satisfy it.
 */
export function decide({ left, sign, right }: Relation, numbers: Numbers): Decision {
  const [a, b] = [sideOf(left, numbers), sideOf(right, numbers)];
  if (!a || !b) return { holds: 'unknown' };
  return { holds: possible[sign](a, b), left: a, right: b };
}

const slack = (a: Interval, b: Interval): number =>
  1e-12 * Math.max(Math.abs(a.lo), Math.abs(a.hi), Math.abs(b.lo), Math.abs(b.hi));

const possible: Readonly<Record<Sign, (a: Interval, b: Interval) => boolean>> = {
  '=': (a, b) => a.lo <= b.hi + slack(a, b) && b.lo <= a.hi + slack(a, b),
  '≠': (a, b) => !(a.lo === a.hi && b.lo === b.hi && Math.abs(a.lo - b.lo) <= slack(a, b)),
  '<': (a, b) => a.lo < b.hi - slack(a, b),
  '≤': (a, b) => a.lo <= b.hi + slack(a, b),
  '>': (a, b) => a.hi > b.lo + slack(a, b),
  '≥': (a, b) => a.hi >= b.lo - slack(a, b),
};

/** The value of a formula over the paper's numbers; none where one of them is missing, or it has no value. */
export function valueIn(text: string, numbers: Numbers, own: readonly Fn[] = []): Interval | undefined {
  const reading = parsePlain(text, own);
  return reading.ok ? sideOf(reading.tree, numbers) : undefined;
}

function sideOf(tree: Expression, numbers: Numbers): Interval | undefined {
  if (symbolsOf(tree).some((name) => numbers(name) === undefined)) return undefined;
  const value = hull(tree, (name) => numbers(name) as Interval, unrounded);
  return value && known(value) ? value : undefined;
}
