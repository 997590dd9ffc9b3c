import { add, divide, held, type Interval, join, known, multiply, negate, point, power } from '../exact/interval.ts';
import { type Grid, rounded, unrounded } from '../exact/rounding.ts';
import type { Expression, Factor } from './tree.ts';

type Inputs = (name: string) => Interval;
type Combine = (a: Interval, b: Interval) => Interval;

const mostTerms = 4;
const mostFactors = 5;

/**
 * Every value that a formula can take when its intermediate results are rounded or not, in any order of working: after
 * each operation but the last the interval is joined with its rounded self. Sums of up to four terms and products of
 * up to five factors are worked in every order; longer ones from left to right. Undefined where it divides by an
 * interval that holds 0 or leaves the finite numbers.
 */
export function hull(tree: Expression, inputs: Inputs, grid: Grid): Interval | undefined {
  const value = reach(tree, inputs, grid);
  return known(value) ? value : undefined;
}

function reach(tree: Expression, inputs: Inputs, grid: Grid): Interval {
  switch (tree.kind) {
    case 'number':
      return held(point(Number(tree.text)));
    case 'symbol':
      return held(inputs(tree.name));
    case 'power':
      return power(operand(tree.base, inputs, grid), operand(tree.exponent, inputs, grid));
    case 'call':
      return tree.fn.range(grid, ...tree.args.map((arg) => operand(arg, inputs, grid)));
    case 'sum': {
      const terms = tree.terms.map(({ negative, of }) => {
        const term = operand(of, inputs, grid);
        return negative ? negate(term) : term;
      });
      return anyOrder(terms, add, mostTerms, grid);
    }
    case 'product':
      return quotient(
        tree.factors.map(({ of }) => operand(of, inputs, grid)),
        tree.factors,
        grid,
      );
  }
}

function operand(tree: Expression, inputs: Inputs, grid: Grid): Interval {
  const value = reach(tree, inputs, grid);
  return tree.kind === 'number' || tree.kind === 'symbol' ? value : rounded(value, grid);
}

/** Left to right, as written, or all that the bracketings of few operands can give; without rounding they give the same. */
function anyOrder(operands: readonly Interval[], combine: Combine, most: number, grid: Grid): Interval {
  const [first = point(0), ...rest] = operands;
  if (operands.length > 2 && operands.length <= most && grid !== unrounded) return bracketings(operands, combine, grid);
  return rest.reduce((total, next, i) => combine(i === 0 ? total : rounded(total, grid), next), first);
}

function bracketings(operands: readonly Interval[], combine: Combine, grid: Grid): Interval {
  const all = (1 << operands.length) - 1;
  const known: Interval[] = [point(0)];
  for (let set = 1; set <= all; set++) {
    if ((set & (set - 1)) === 0) known.push(operands[31 - Math.clz32(set)] as Interval);
    else {
      const value = inTwo(set, known, combine);
      known.push(set === all ? value : rounded(value, grid));
    }
  }
  return known[all] as Interval;
}

/** A set of operands as any two parts of it that are worked already. */
function inTwo(set: number, known: readonly Interval[], combine: Combine): Interval {
  const lowest = set & -set;
  let lo = Number.POSITIVE_INFINITY;
  let hi = Number.NEGATIVE_INFINITY;
  for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
    if ((part & lowest) === 0) continue;
    const whole = combine(known[part] as Interval, known[set ^ part] as Interval);
    lo = Math.min(lo, whole.lo);
    hi = Math.max(hi, whole.hi);
  }
  return { lo, hi };
}

function quotient(values: readonly Interval[], factors: readonly Factor[], grid: Grid): Interval {
  const above = values.filter((_, i) => !factors[i]?.inverse);
  if (above.length === values.length) return anyOrder(above, multiply, mostFactors, grid);
  const below = values.filter((_, i) => factors[i]?.inverse);
  const whole = divide(rest(above, grid), rest(below, grid));
  return join(whole, asWritten(values, factors, grid));
}

const rest = (values: readonly Interval[], grid: Grid): Interval =>
  values.length === 0
    ? point(1)
    : values.length === 1
      ? (values[0] as Interval)
      : rounded(anyOrder(values, multiply, mostFactors, grid), grid);

function asWritten(values: readonly Interval[], factors: readonly Factor[], grid: Grid): Interval {
  let total: Interval | undefined;
  values.forEach((value, i) => {
    const inverse = factors[i]?.inverse ?? false;
    if (total === undefined) total = inverse ? divide(point(1), value) : value;
    else total = inverse ? divide(rounded(total, grid), value) : multiply(rounded(total, grid), value);
  });
  return total ?? point(1);
}
