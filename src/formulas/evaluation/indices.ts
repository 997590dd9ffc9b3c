import { type Cells, cell, isScalar, made, ShapeFault, scalar } from '../array.ts';
import { print } from '../print.ts';
import { below, type Formula, type Stretch } from '../tree.ts';
import { type Evaluator, type Indices, type Node, shapeTextOf } from './evaluator.ts';

/** The whole number that an index is here: a number, a size, a letter with a value, or worked out of these. */
export function indexOf<T>(by: Evaluator<T>, tree: Formula, at: Indices): number {
  if (tree.kind === 'number') return Number(tree.text);
  if (tree.kind === 'sum')
    return tree.terms.reduce((total, { negative, of }) => total + (negative ? -1 : 1) * indexOf(by, of, at), 0);
  if (tree.kind === 'product' && tree.factors.every(({ inverse }) => !inverse))
    return tree.factors.reduce((total, { of }) => total * indexOf(by, of, at), 1);
  const known = tree.kind === 'symbol' ? (sizeHere(by, tree.name) ?? at.get(tree.name)) : undefined;
  if (known === undefined) throw new ShapeFault(`\`${print(tree)}\` is no index here`);
  return known;
}

const sizeHere = <T>({ setting }: Evaluator<T>, name: string): number | undefined =>
  name.startsWith('#') ? setting.sizes?.get(name.slice(1)) : undefined;

/** One cell of an array. */
export function cellAt<T>(by: Evaluator<T>, tree: Node<'at'>, at: Indices): Cells<T> {
  const of = by.value(tree.of, at);
  const [first = 0, second] = tree.indices.map((index) => indexOf(by, index, at));
  const vector = of.columns === 1 || of.rows === 1;
  if (second === undefined && !vector) throw new ShapeFault(`\`${print(tree.of)}\` is a matrix and needs two indices`);
  const [row, column] = second !== undefined ? [first, second] : of.columns === 1 ? [first, 1] : [1, first];
  if (row < 1 || row > of.rows || column < 1 || column > of.columns)
    throw new ShapeFault(`\`${print(tree)}\` lies outside: \`${print(tree.of)}\` is ${shapeTextOf(by, of)}`);
  return scalar(cell(of, row - 1, column - 1));
}

/** A formula for each value of its indices. */
export function eachOf<T>(by: Evaluator<T>, { rows, columns, of }: Node<'each'>, at: Indices): Cells<T> {
  const last = (index: string | undefined): number =>
    index === undefined ? 1 : (by.setting.runs?.get(index) ?? lengthAlong(by, of, index, at));
  const inside = new Map(at);
  return made(last(rows), last(columns), (row, column) => {
    if (rows !== undefined) inside.set(rows, row + 1);
    if (columns !== undefined) inside.set(columns, column + 1);
    const value = by.value(of, inside);
    if (!isScalar(value)) throw new ShapeFault(`\`${print(of)}\` is no scalar, as a cell must be`);
    return value.cells[0] as T;
  });
}

/** A block of an array. */
export function sliceOf<T>(by: Evaluator<T>, tree: Node<'slice'>, at: Indices): Cells<T> {
  const of = by.value(tree.of, at);
  const reach = (stretch: Stretch = {}, size: number): [number, number] => {
    const from = stretch.from ? indexOf(by, stretch.from, at) : 1;
    const to = stretch.to ? indexOf(by, stretch.to, at) : size;
    if (from < 1 || to > size || from > to)
      throw new ShapeFault(`\`${print(tree)}\` lies outside: \`${print(tree.of)}\` is ${shapeTextOf(by, of)}`);
    return [from, to];
  };
  const [top, bottom] = reach(tree.rows, of.rows);
  const [left, right] = reach(tree.columns, of.columns);
  const result = made(bottom - top + 1, right - left + 1, (i, j) => cell(of, i + top - 1, j + left - 1));
  return tree.flat || of.flat ? { ...result, rows: 1, columns: result.cells.length, flat: true } : result;
}

/** How far the index of a sum runs: to its bound, or over all that the arrays it stands in have, which must be one. */
export function lastOf<T>(by: Evaluator<T>, { of, index, to }: Node<'fold'>, at: Indices): number {
  if (!to) return lengthAlong(by, of, index, at);
  if (to.kind === 'number' || to.kind === 'symbol') {
    const known = to.kind === 'number' ? Number(to.text) : (sizeHere(by, to.name) ?? at.get(to.name));
    if (known !== undefined) return known;
  }
  throw new ShapeFault(`it is not clear how far the index runs: \`${print(to)}\` is no size`);
}

function lengthAlong<T>(by: Evaluator<T>, tree: Formula, index: string, at: Indices): number {
  const lengths = new Set<number>();
  const walk = (node: Formula): void => {
    if (node.kind === 'at')
      node.indices.forEach((one, i) => {
        if (one.kind !== 'symbol' || one.name !== index) return;
        const { rows, columns } = by.value(node.of, at);
        lengths.add(node.indices.length === 1 ? Math.max(rows, columns) : i === 0 ? rows : columns);
      });
    if (node.kind === 'fold' && node.index === index) return;
    for (const child of below(node)) walk(child);
  };
  walk(tree);
  const [only] = lengths;
  if (lengths.size !== 1 || only === undefined)
    throw new ShapeFault(`it is not clear how far the index \`${index}\` runs`);
  return only;
}
