import { Decimal } from '../exact/decimal.ts';
import { distance, type Interval, join, meet, point, slack } from '../exact/interval.ts';
import { type Grid, half, placesGrid, unrounded } from '../exact/rounding.ts';
import type { Written } from '../exact/written.ts';
import { hull } from '../expressions/hull.ts';
import type { Expression } from '../expressions/tree.ts';
import { loosened } from './loosened.ts';

/** One part of a line, read. */
export interface Side {
  readonly given: string;
  readonly tree: Expression;
  readonly value: Decimal;
  readonly read: string;
  /** Made of whole numbers only, written out. */
  readonly whole: boolean;
  /** The number, where the part is nothing else. */
  readonly written?: Written;
  readonly approximate: boolean;
  /** Why it may be meant otherwise, so that it costs nothing by itself. */
  readonly doubt?: string;
  /** Why it may be something else, unless the next part bears it out. */
  readonly unless?: string;
  readonly notes: readonly string[];
}

export interface Scale {
  /** The places that the question states. */
  readonly places?: number;
  valueOf(name: string): Decimal;
}

type Agreement = 'agrees' | 'cut' | 'differs';

/**
 * Does the right side follow from the left one? It does if it lies in what the left side can give when intermediate
 * results are rounded, or not, to the places of the right side or to those stated (`agrees`), or is such a value cut
 * off (`cut`). Whole numbers made of whole numbers must be equal.
 */
export function agreement(left: Side, right: Side, scale: Scale): Agreement {
  const { written } = right;
  if (!written) return arithmeticAgrees(left, right, scale) ? 'agrees' : 'differs';
  if (left.written && !left.written.exact && lies(right.value, left.written)) return 'agrees';
  if (left.whole && written.exact) return left.value.eq(right.value) ? 'agrees' : 'differs';
  if (lies(left.value, written)) return 'agrees';
  const ranges = grids(written, scale.places).map((grid) => range(left.tree, left.value, scale, grid));
  if (ranges.some((reach) => distance(written.value.toNumber(), reach) <= half(written.places) + slack(reach.hi))) {
    return 'agrees';
  }
  const cut = cutOff(left.value, written) || ranges.some((reach) => meet(reach, cutWindow(written)));
  return cut ? 'cut' : 'differs';
}

/** Is the value within half a unit of the last written place? An exact number must be met. */
export function lies(value: Decimal, written: Written): boolean {
  const off = value.minus(written.value).abs();
  if (written.exact && !written.integer) return off.lte(written.value.abs().times('1e-45'));
  return off.lte(unit(written).div(2));
}

export function cutOff(value: Decimal, written: Written): boolean {
  return value
    .div(unit(written))
    .trunc()
    .eq(written.value.div(unit(written)));
}

const unit = (written: Written): Decimal => new Decimal(`1e${-written.places}`);

/** The values that give this number when cut off, as a closed interval. */
function cutWindow({ value, places }: Written): Interval {
  const from = value.toNumber();
  const one = 10 ** -places * (1 - 1e-9);
  if (value.isZero()) return { lo: -one, hi: one };
  return value.isNegative() ? { lo: from - one, hi: from } : { lo: from, hi: from + one };
}

/** More places than stated tell of rounding to the stated ones only if they end in zeros. */
function grids(written: Written, stated: number | undefined): Grid[] {
  const fits = stated !== undefined && Math.max(written.value.decimalPlaces(), 0) <= stated;
  return [unrounded, placesGrid(written.places), ...(fits ? [placesGrid(stated)] : [])];
}

function range(tree: Expression, value: Decimal, scale: Scale, grid: Grid): Interval {
  const exact = point(value.toNumber());
  const reached = hull(tree, (name) => point(scale.valueOf(name).toNumber()), grid);
  return reached ? join(reached, exact) : exact;
}

/** Two pieces of arithmetic: can both come to one value, each number that looks rounded being off by half a unit? */
function arithmeticAgrees(left: Side, right: Side, scale: Scale): boolean {
  if (left.whole && right.whole) return left.value.eq(right.value);
  const [from, to] = [loosened(left.tree, scale), loosened(right.tree, scale)];
  return [unrounded, placesGrid(from.places), placesGrid(to.places)].some((grid) => {
    const [a, b] = [hull(from.tree, from.inputs, grid), hull(to.tree, to.inputs, grid)];
    if (!a || !b) return left.value.minus(right.value).abs().lte(right.value.abs().times('1e-9'));
    return a.lo <= b.hi + slack(b.hi) && b.lo <= a.hi + slack(a.hi);
  });
}
