import { type Cells, cell, isScalar, made, mapped, paired, product, ShapeFault, scalar } from '../array.ts';
import { print } from '../print.ts';
import type { Formula } from '../tree.ts';
import { type Evaluator, type Indices, type Node, shaped } from './evaluator.ts';

/** The ordered product of matrices; divided by scalars alone. */
export function productOf<T>(by: Evaluator<T>, tree: Node<'product'>, at: Indices): Cells<T> {
  const { field } = by;
  let total: Cells<T> | undefined;
  for (const { inverse, of } of tree.factors) {
    const factor = by.value(of, at);
    if (inverse) {
      if (!isScalar(factor)) throw new ShapeFault(`\`${print(of)}\` is no scalar, and nothing can be divided by it`);
      const divisor = factor.cells[0] as T;
      total = mapped(total ?? scalar(field.number('1')), (x) => field.divide(x, divisor));
    } else {
      const before = total;
      by.spend(before ? before.rows * before.columns * factor.columns : 0);
      total = before ? shaped(by, tree, [before, factor], () => product(before, factor, field)) : factor;
    }
  }
  return total ?? scalar(field.number('1'));
}

export function powerOf<T>(by: Evaluator<T>, tree: Node<'power'>, at: Indices): Cells<T> {
  const [base, exponent] = [by.value(tree.base, at), by.value(tree.exponent, at)];
  const whole = isScalar(base) || base.rows !== base.columns ? undefined : wholeIn(tree.exponent);
  if (whole === -1) return inverseOf(by, base);
  if (whole !== undefined && whole > 0 && whole <= highest)
    return Array.from({ length: whole - 1 }).reduce<Cells<T>>((power) => product(power, base, by.field), base);
  if (!isScalar(base) || !isScalar(exponent))
    throw new ShapeFault(`in \`${print(tree)}\` a power is taken of something that is no scalar`);
  return scalar(by.field.power(base.cells[0] as T, exponent.cells[0] as T));
}

const highest = 16;

/** The whole number that is written, with its sign. */
function wholeIn(tree: Formula): number | undefined {
  if (tree.kind === 'number') return /^\d+$/.test(tree.text) ? Number(tree.text) : undefined;
  const [only, more] = tree.kind === 'sum' ? tree.terms : [];
  const inside = only && !more ? wholeIn(only.of) : undefined;
  return inside === undefined ? undefined : only?.negative ? -inside : inside;
}

/** The inverse of a matrix, by determinants: no field has to know which of its numbers is the largest. */
export function inverseOf<T>(by: Evaluator<T>, a: Cells<T>): Cells<T> {
  const { field } = by;
  const all = Array.from({ length: a.rows }, (_, i) => i);
  const minor = (rows: readonly number[], columns: readonly number[]): T => {
    by.spend(rows.length + 1);
    const [first, ...others] = rows;
    if (first === undefined) return field.number('1');
    const terms = columns.map((column, i) => {
      const left = columns.filter((one) => one !== column);
      const term = field.multiply(cell(a, first, column), minor(others, left));
      return i % 2 === 0 ? term : field.negate(term);
    });
    return terms.reduce(field.add);
  };
  const whole = minor(all, all);
  const without = (at: number): number[] => all.filter((one) => one !== at);
  return made(a.rows, a.rows, (row, column) => {
    const part = minor(without(column), without(row));
    return field.divide((row + column) % 2 === 0 ? part : field.negate(part), whole);
  });
}

/** A function of each cell, or of the cells of several arrays in the same place. */
export function callOf<T>(by: Evaluator<T>, tree: Node<'call'>, at: Indices): Cells<T> {
  const { field, setting } = by;
  const [first, ...more] = tree.args.map((arg) => by.value(arg, at));
  if (!first) return scalar(field.call(tree.fn, []));
  if (more.length === 0) return mapped(first, (x) => field.call(tree.fn, [x]));
  const pack = (a: Cells<T[]>, b: Cells<T>): Cells<T[]> =>
    shaped(by, tree, [], () => paired<T[] | T, T[]>(a, b, setting.wide ?? false, (x, y) => [...(x as T[]), y as T]));
  const start = mapped(first, (x) => [x]);
  return mapped(more.reduce(pack, start), (args) => field.call(tree.fn, args));
}
