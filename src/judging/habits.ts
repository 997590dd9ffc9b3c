import type { Interval } from '../exact/interval.ts';
import { type Grid, placesGrid, rounded } from '../exact/rounding.ts';
import { hull } from '../expressions/hull.ts';
import { type Expression, product, sum } from '../expressions/tree.ts';

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
