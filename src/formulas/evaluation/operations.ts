import { type Cells, isScalar, mapped, paired, product, ShapeFault, scalar } from '../array.ts';
import { print } from '../print.ts';
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
  if (!isScalar(base) || !isScalar(exponent))
    throw new ShapeFault(`in \`${print(tree)}\` a power is taken of something that is no scalar`);
  return scalar(by.field.power(base.cells[0] as T, exponent.cells[0] as T));
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
