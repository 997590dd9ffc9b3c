import { exp as exponential } from '../../expressions/functions/exp.ts';
import { type Cells, mapped, paired, ShapeFault, scalar, transposed } from '../array.ts';
import { holds } from '../field.ts';
import type { Axis, FoldOp, Formula } from '../tree.ts';
import type { Evaluator, Indices, Node } from './evaluator.ts';
import { indexOf, lastOf } from './indices.ts';

/** A sum, product or extremum over an index. */
export function foldOf<T>(by: Evaluator<T>, tree: Node<'fold'>, at: Indices): Cells<T> {
  const last = lastOf(by, tree, at);
  const values: Cells<T>[] = [];
  const inside = new Map(at);
  for (let i = 1; i <= last; i++) {
    inside.set(tree.index, i);
    if (!tree.where || isMet(by, tree.where, inside)) values.push(by.value(tree.of, inside));
  }
  const empty = { sum: '0', product: '1' } as const;
  if (values.length === 0 && tree.op !== 'max' && tree.op !== 'min') return scalar(by.field.number(empty[tree.op]));
  return values.reduce((a, b) => by.cellwise(a, b, operation(by, tree.op), tree));
}

/** Conditions of a fold hold between indices, which are known. */
function isMet<T>(by: Evaluator<T>, where: Formula, at: Indices): boolean {
  if (where.kind !== 'compare') throw new ShapeFault('this condition is no relation between indices');
  return holds(where.op, Math.sign(indexOf(by, where.left, at) - indexOf(by, where.right, at)));
}

function operation<T>({ field }: Evaluator<T>, op: FoldOp): (a: T, b: T) => T {
  if (op === 'sum') return field.add;
  if (op === 'product') return field.multiply;
  const { extreme } = field;
  if (extreme) return (a, b) => extreme(op, a, b);
  const relation = op === 'max' ? '>=' : '<=';
  const pick = (a: T, b: T): T =>
    field.choose(
      field.compare(relation, a, b),
      () => a,
      () => b,
    );
  return pick;
}

type Way = Omit<Node<'reduce'>, 'kind' | 'of'>;

/** All cells as one number, or one number for each column or row. */
export function reduced<T>(by: Evaluator<T>, { op, axis, flat, first }: Way, a: Cells<T>): Cells<T> {
  const work = operation(by, op === 'mean' ? 'sum' : op);
  const list = (cells: readonly T[]): T => {
    const total = cells.reduce(work);
    return op === 'mean' ? by.field.divide(total, by.field.number(`${cells.length}`)) : total;
  };
  if (axis === undefined || a.flat || (first && a.rows === 1)) return scalar(list(a.cells));
  const lines = axis === 0 ? transposed(a) : a;
  const cells = Array.from({ length: lines.rows }, (_, i) =>
    list(lines.cells.slice(i * lines.columns, (i + 1) * lines.columns)),
  );
  if (flat) return { rows: 1, columns: cells.length, cells, flat };
  return axis === 0 ? { rows: 1, columns: cells.length, cells } : { rows: cells.length, columns: 1, cells };
}

export function softmaxOf<T>(by: Evaluator<T>, a: Cells<T>, axis: Axis | undefined): Cells<T> {
  const { field } = by;
  const exp = mapped(a, (x) => field.call(exponential, [x]));
  if (axis === undefined && a.rows > 1 && a.columns > 1)
    throw new ShapeFault('the softmax of a matrix needs the axis along which it is taken');
  const along = a.flat || a.rows === 1 ? 1 : (axis ?? 0);
  const total = reduced(by, { op: 'sum', axis: along }, { ...exp, flat: false });
  return { ...paired(exp, total, true, field.divide), ...(a.flat && { flat: true }) };
}
