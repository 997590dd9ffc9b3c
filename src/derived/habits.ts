import { type Interval, slack } from '../exact/interval.ts';
import { type Grid, placesGrid, rounded, significantGrid } from '../exact/rounding.ts';
import { hull } from '../expressions/hull.ts';
import { type Expression, product, sum } from '../expressions/tree.ts';
import type { Shown } from './agreement.ts';

/** A way of rounding that the question does not ask for, but that people have. */
interface Habit {
  readonly says: string;
  readonly round: (x: number) => number;
}

const nearest =
  (grid: Grid) =>
  (x: number): number => {
    const scale = 10 ** (grid(Math.abs(x)) ?? 15);
    return (Math.sign(x) * Math.floor(Math.abs(x) * scale + 0.5 + 1e-9)) / scale;
  };

const cut =
  (grid: Grid) =>
  (x: number): number => {
    const scale = 10 ** (grid(Math.abs(x)) ?? 15);
    return (Math.sign(x) * Math.floor(Math.abs(x) * scale + 1e-9)) / scale;
  };

function habits(places: number): Habit[] {
  const fewer = [places - 1, places - 2].filter((n) => n > 0);
  return [
    { says: `every step was cut off after ${places} places instead of rounded`, round: cut(placesGrid(places)) },
    ...fewer.map((n) => ({ says: `every step was rounded to ${n} places`, round: nearest(placesGrid(n)) })),
    ...fewer.map((n) => ({ says: `every step was cut off after ${n} places`, round: cut(placesGrid(n)) })),
    ...[4, 3, 2].map((n) => ({
      says: `every step was rounded to ${n} significant digits`,
      round: nearest(significantGrid(n)),
    })),
    ...[4, 3].map((n) => ({
      says: `every step was cut off after ${n} significant digits`,
      round: cut(significantGrid(n)),
    })),
  ];
}

/**
 * Which habit of rounding, kept through the whole working, gives just the number that was written? `value` works the
 * line, and the unwritten lines above it, with a rounding applied to each. Undefined where none does.
 */
export function habitOf(
  shown: Shown,
  places: number,
  value: (round: (x: number) => number) => number,
): string | undefined {
  if (!Number.isFinite(shown.value)) return undefined;
  return habits(places).find(({ round }) => {
    const kept = round(value(round));
    return Number.isFinite(kept) && sameDigits(shown, kept);
  })?.says;
}

/** Is it the number, as written or rounded to the places written? */
function sameDigits({ value, places }: Shown, kept: number): boolean {
  const written = nearest(placesGrid(places))(kept);
  return Math.min(Math.abs(value - kept), Math.abs(value - written)) <= slack(value);
}

/**
 * What the habits that cost nothing may add to an interval: rounding twice (to one more place, then to the places
 * asked), and opening the bracket of `y*(1 - y)` before rounding.
 */
export function widened(
  legal: Interval,
  formula: Expression,
  inputs: (name: string) => Interval,
  grid: Grid,
  places: number,
): Interval {
  const twice = rounded(legal, placesGrid(places + 1));
  const opened = expanded(formula);
  const other = opened && hull(opened, inputs, grid);
  return other ? { lo: Math.min(twice.lo, other.lo), hi: Math.max(twice.hi, other.hi) } : twice;
}

const opened = new WeakMap<Expression, Expression | null>();

/** A product with one sum in it, multiplied out; null where there is nothing to open. */
function expanded(formula: Expression): Expression | null {
  const known = opened.get(formula);
  if (known !== undefined) return known;
  const made = open(formula);
  opened.set(formula, made);
  return made;
}

function open(formula: Expression): Expression | null {
  if (formula.kind !== 'product') return null;
  const sums = formula.factors.filter((f) => f.of.kind === 'sum' && f.of.terms.length > 1 && !f.inverse);
  const [only] = sums;
  if (sums.length !== 1 || !only || only.of.kind !== 'sum') return null;
  const others = formula.factors.filter((f) => f !== only);
  return sum(only.of.terms.map(({ negative, of }) => ({ negative, of: product([...others, { inverse: false, of }]) })));
}
