import type { Fn } from '../expressions/functions/fn.ts';
import { type Formula, namesIn } from './tree.ts';

/** What numbers a name may stand for; a label is 1 in one place of each column (or row) and 0 elsewhere. */
export type NameDomain = 'real' | 'positive' | 'unit' | 'one-hot-columns' | 'one-hot-rows';

/** A name that a formula may use. */
export interface DeclaredName {
  readonly name: string;
  /** Rows and columns, each a number or the name of a size: `['m', 'n']`; a scalar is `['1', '1']`. */
  readonly shape: readonly [rows: string, columns: string];
  readonly domain?: NameDomain;
  /** How else it is written: `\\frac{\\partial L}{\\partial y}` for g. */
  readonly written?: readonly string[];
  /** It has a value for each step, and what is asked comes of one: does the step change it too? `m_t`, `g^{(t)}`. */
  readonly moment?: 'changes' | 'stays';
  /** What code calls the vector of class numbers that a one-hot array is made of: `['labels']`. */
  readonly classes?: readonly string[];
  /** What it is, if it is made of names declared before. */
  readonly is?: Formula;
}

/** All that a reader of formulas knows of a question. */
export interface Names {
  readonly names: readonly DeclaredName[];
  /** What each index runs over: `{ i: 'n' }`. */
  readonly indices?: Readonly<Record<string, string>>;
  /** Indices that stand for one place, as the right class does, with what they may run over: `{ c: 'n' }`. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The names that matter here; without it all do. */
  readonly only?: ReadonlySet<string>;
  /** Functions of the author's own. */
  readonly functions?: readonly Fn[];
  /** Other numbers for the sizes, so that a number in a formula cannot pass for one; or falling, where an inverse needs it. */
  readonly sizes?: 'other' | 'falling';
  /** `sum(Z)`, `mean(Z, axis=0)` and `sum(k: …)` are read: an author says which of several ways to sum is meant. */
  readonly reductions?: boolean;
  /** Nobody declared the names. In plain text what stands side by side may be prose, and is no product. */
  readonly open?: 'plain' | 'latex';
  /** What a dot or star between arrays means, where it is not their product: `a \\cdot b`. */
  readonly dots?: 'cells' | 'inner';
  /** What words mean here that may mean several functions: `{ log: 'ln' }`; one that stays unclear is refused: `{ sigma: '' }`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Sizes of the small arrays that formulas are compared on: pairwise different, so that a transposition shows. */
const small = [3, 4, 2, 5, 7, 6, 8];

/** A function of what is declared, worked out once for each declaration. */
function once<T>(work: (names: Names) => T): (names: Names) => T {
  const known = new WeakMap<Names, T>();
  return (names) => {
    const found = known.get(names) ?? work(names);
    known.set(names, found);
    return found;
  };
}

/** A number for each name of a size. */
export const sizesOf = once(({ names, indices = {}, fixed = {}, sizes }): ReadonlyMap<string, number> => {
  const dims = [...names.flatMap(({ shape }) => [...shape]), ...Object.values(indices), ...Object.values(fixed)];
  const symbols = [...new Set(dims.filter((dim) => !/^\d+$/.test(dim)))];
  const from = sizes === 'other' ? 2 : 0;
  const listed = symbols.map((symbol, i) => [symbol, small[i + from] ?? i + from + 2] as const);
  const falling = listed.map(([symbol], i) => [symbol, listed.at(-1 - i)?.[1] ?? 2] as const);
  return new Map(sizes === 'falling' ? falling : listed);
});

export const sizeOf = (dim: string, sizes: ReadonlyMap<string, number>): number => sizes.get(dim) ?? Number(dim);

/** What every index runs up to. */
export const runsOf = once((names): ReadonlyMap<string, number> => {
  const { indices = {}, fixed = {} } = names;
  return new Map(Object.entries({ ...indices, ...fixed }).map(([index, dim]) => [index, sizeOf(dim, sizesOf(names))]));
});

/** A shape in the sizes' names: 3×1 as `m×1`. */
export const shapeTextOf =
  (sizes: ReadonlyMap<string, number>) =>
  (rows: number, columns: number): string => {
    const named = (size: number): string => [...sizes].find(([, one]) => one === size)?.[0] ?? `${size}`;
    return `${named(rows)}×${named(columns)}`;
  };

/** The names that formulas use, and those that these are made of. */
export function usedBy(trees: readonly Formula[], { names }: Names): ReadonlySet<string> {
  const used = new Set(trees.flatMap((tree) => [...namesIn(tree)]));
  for (const { name, is } of [...names].reverse())
    if (is && used.has(name)) for (const one of namesIn(is)) used.add(one);
  return used;
}

/** Scalars of a list of names. */
export const scalars = (...names: readonly string[]): DeclaredName[] =>
  names.map((name) => ({ name, shape: ['1', '1'] }));
