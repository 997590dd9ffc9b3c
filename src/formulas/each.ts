import { ShapeFault } from './array.ts';
import type { Names } from './names.ts';
import { type Formula, namesIn } from './tree.ts';

/** A formula with free indices is one for each cell of what is asked for. */
export function eachCell(tree: Formula, { rows, columns }: { rows: number; columns: number }, names: Names): Formula {
  const free = Object.keys(names.indices ?? {}).filter((index) => namesIn(tree).has(index));
  const [first, second, third] = free;
  if (first === undefined) return tree;
  if (third !== undefined) throw new ShapeFault(`the indices ${free.join(', ')} are more than the answer has`);
  if (second !== undefined) return { kind: 'each', rows: first, columns: second, of: tree };
  return columns === 1 || rows > 1
    ? { kind: 'each', rows: first, of: tree }
    : { kind: 'each', columns: first, of: tree };
}
