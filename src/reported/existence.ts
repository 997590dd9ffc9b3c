import { Decimal } from '../exact/decimal.ts';
import { attained } from './share.ts';
import { cutWindow, type Figure } from './window.ts';

/** The reported precision and recall of a class, and how many examples of it there are. */
export interface ClassRates {
  readonly label: string;
  readonly support: number;
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1?: Figure;
}

/** How a class may have come out: right ones, and how many were taken for it. */
export interface ClassOutcome {
  readonly right: number;
  readonly taken: number;
}

export type Existence =
  | {
      readonly exists: true;
      /** The right ones of each class, where the digits leave one way. */
      readonly right?: readonly number[];
      readonly total: number;
      /** For each class how it may have come out. */
      readonly ways: readonly (readonly ClassOutcome[])[];
    }
  /** A class whose recall no count out of its support gives, or whose precision or F1 no count that fits its recall. */
  | { readonly exists: false; readonly label: string; readonly of: 'recall' | 'precision' | 'f1' }
  /** Each class is possible; together they are not: the sums of what was taken do not come to the total. */
  | { readonly exists: false; readonly least: number; readonly most: number; readonly total: number };

/**
 * Is there a matrix of whole numbers with these row sums that gives every written precision and recall? A class's recall
 * leaves few counts of right ones, each of these and the precision few counts of what was taken for the class; these must
 * add up to all examples, and the errors must fit (no class may take more wrong ones than the others have). Exact.
 */
export function existence(classes: readonly ClassRates[]): Existence {
  const total = classes.reduce((sum, { support }) => sum + support, 0);
  const ways: ClassOutcome[][] = [];
  for (const one of classes) {
    const found = outcomes(one, total);
    if (!Array.isArray(found)) return { exists: false, label: one.label, of: found };
    ways.push(found);
  }
  const sums = reachable(ways, total);
  if (!sums.at(-1)?.has(total)) {
    const bound = (pick: (...taken: number[]) => number): number =>
      ways.reduce((sum, way) => sum + pick(...way.map(({ taken }) => taken)), 0);
    return { exists: false, least: bound(Math.min), most: bound(Math.max), total };
  }
  const ends = ways.map((way) => [...new Set(way.map(({ right }) => right))]);
  const isOnly = ends.every((right) => right.length === 1);
  return { exists: true, total, ways, ...(isOnly && { right: ends.map(([right = 0]) => right) }) };
}

function outcomes(
  { support, precision, recall, f1 }: ClassRates,
  total: number,
): ClassOutcome[] | 'recall' | 'precision' | 'f1' {
  const rights = attainedAll(recall, support);
  if (rights.length === 0) return 'recall';
  const found = rights.flatMap((right) =>
    takenFor(right, precision, right + total - support).map((taken) => ({ right, taken })),
  );
  if (found.length === 0) return 'precision';
  const fitting = f1 ? found.filter((one) => isWritten(f1OfClass(one, support), f1)) : found;
  return fitting.length > 0 ? fitting : 'f1';
}

/** 2PR/(P + R) in counts. */
export const f1OfClass = ({ right, taken }: ClassOutcome, support: number): number =>
  support + taken === 0 ? 0 : (2 * right) / (support + taken);

const isWritten = (value: number, figure: Figure): boolean => {
  const { lo, hi } = cutWindow(figure);
  return value >= lo - 1e-12 && value <= hi + 1e-12;
};

/** Every count out of n that is written so. */
function attainedAll(figure: Figure, n: number): number[] {
  const { counts } = attained(figure, n);
  const [first] = counts;
  if (first === undefined) return [];
  const most = figure.value.plus(half(figure)).times(n).floor().toNumber();
  return Array.from({ length: Math.min(n, Math.max(first, most)) - first + 1 }, (_, i) => first + i);
}

/** How many may have been taken for the class, at most `total`, if `right` of them are right: right / taken is written so. */
function takenFor(right: number, precision: Figure, total: number): number[] {
  if (right === 0) return precision.value.isZero() ? Array.from({ length: total + 1 }, (_, i) => i) : [];
  const high = precision.value.plus(half(precision));
  const low = precision.value.minus(half(precision));
  const least = Math.max(right, new Decimal(right).div(high).ceil().toNumber());
  const most = low.lte(0) ? total : Math.min(total, new Decimal(right).div(low).floor().toNumber());
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i);
}

const half = ({ places }: Figure): Decimal => new Decimal(10).pow(-places).div(2);

/** The sums that the first classes can come to, class by class. */
function reachable(ways: readonly (readonly ClassOutcome[])[], total: number): Set<number>[] {
  const sums: Set<number>[] = [];
  let before = new Set([0]);
  for (const way of ways) {
    const taken = new Set(way.map((one) => one.taken));
    const next = new Set<number>();
    for (const sum of before) for (const one of taken) if (sum + one <= total) next.add(sum + one);
    sums.push(next);
    before = next;
  }
  return sums;
}
