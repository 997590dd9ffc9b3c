import { ShapeFault } from './array.ts';
import { type Names, runsOf } from './names.ts';
import { freeIndices, runsIn, UnclearIndex } from './runs.ts';
import type { Formula } from './tree.ts';

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A formula said once for all its cells, and how far its indices run. */
export interface EachCell {
  readonly tree: Formula;
  readonly runs: ReadonlyMap<string, number>;
}

/**
 * A formula with free indices is one for each cell of what is asked for. `order` are the indices of what stands before
 * the equals sign: `dL/dW_ij = …` says which of them counts the rows.
 */
export function eachCell(tree: Formula, shape: Shape, names: Names, order: readonly string[] = []): EachCell {
  const free = freeIndices(tree, names);
  if (free.length === 0) return { tree, runs: runsOf(names) };
  const isLabelled = order.length > 0 && free.every((index) => order.includes(index));
  const runs = runsIn(tree, free, names, isLabelled);
  const ordered = isLabelled ? free.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) : free;
  const [first, second, third] = ordered;
  if (third !== undefined) throw new ShapeFault(`the indices ${free.join(', ')} are more than the answer has`);
  if (second !== undefined) return { tree: inRows(tree, ordered, runs, shape, names, isLabelled), runs };
  if (shape.rows * shape.columns === 1)
    throw new UnclearIndex(`it is not clear what the index \`${first}\` stands for`);
  return {
    tree: {
      kind: 'each',
      ...(shape.rows > 1 || shape.columns === 1 ? { rows: first } : { columns: first }),
      of: tree,
    } as Formula,
    runs,
  };
}

function inRows(
  of: Formula,
  [first = '', second = '']: readonly string[],
  runs: ReadonlyMap<string, number>,
  { rows, columns }: Shape,
  { indices = {} }: Names,
  isLabelled: boolean,
): Formula {
  const fits = (a: string, b: string): boolean => runs.get(a) === rows && runs.get(b) === columns;
  const known = isLabelled || [first, second].every((index) => Object.hasOwn(indices, index));
  if (!known && fits(first, second) && fits(second, first) && !/^(?:ij|kl|rs)$/.test(first + second))
    throw new UnclearIndex(`it is not clear which of the indices \`${first}\` and \`${second}\` counts the rows`);
  const isTurned = !known && fits(second, first) && !fits(first, second);
  return { kind: 'each', rows: isTurned ? second : first, columns: isTurned ? first : second, of };
}
