import type { Decimal } from '../../exact/decimal.ts';
import type { Cells } from '../array.ts';
import { decimals, roughDecimals, widerDecimals } from '../fields/decimal.ts';
import { floats } from '../fields/float.ts';
import type { Names } from '../names.ts';
import { drawnPoint, type Point } from '../points.ts';
import { below, type Formula } from '../tree.ts';
import { bothAt, shapeFault } from './both.ts';
import type { Comparison, Meaning } from './comparison.ts';

export const points = 40;
/** Six of each spread, for formulas that are known to have equal values. */
const few = 24;
const enough = 8;
const tolerance = '1e-40';

/** Compares at points, at 60 digits. */
export function atPoints(yours: Formula, right: Formula, names: Names, meaning: Meaning): Comparison {
  const special = breaksOf([yours, right]);
  let defined = 0;
  let onesided: Comparison | undefined;
  for (let seed = 0; seed < points; seed++) {
    const point = drawnPoint(names, seed, special, decimals);
    const [a, b] = bothAt(yours, right, decimals, point, names, meaning);
    const fault = shapeFault(a, b, names);
    if (fault) return fault;
    const [isA, isB] = [isDefined(a), isDefined(b)];
    if (isA !== isB) onesided ??= { kind: 'domain', missing: isA ? 'right' : 'yours', at: pointText(point, names) };
    if (!isA || !isB) continue;
    defined++;
    if (differ(a, b) && (plainly(a, b) || differ(...atWider(yours, right, seed, special, names, meaning))))
      return { kind: 'different', at: pointText(point, names), yours: cellsText(a), right: cellsText(b) };
  }
  if (defined < enough) return { kind: 'undecided', why: 'it has a value at too few points' };
  return onesided ?? { kind: 'equal' };
}

/** Formulas of equal values: is one of them defined where the other is not? */
export function definedAlike(yours: Formula, right: Formula, names: Names, meaning: Meaning): Comparison {
  const special = breaksOf([yours, right]);
  let defined = 0;
  for (let seed = 0; seed < few; seed++) {
    const quick = bothAt(yours, right, floats, drawnPoint(names, seed, special, floats), names, meaning);
    if (quick.every(({ cells }) => cells.every(Number.isFinite))) {
      defined++;
      continue;
    }
    // What has no value may only lie too far out for 64 bits.
    const point = drawnPoint(names, seed, special, roughDecimals);
    const [isA, isB] = bothAt(yours, right, roughDecimals, point, names, meaning).map(isDefined);
    if (isA !== isB) return { kind: 'domain', missing: isA ? 'right' : 'yours', at: pointText(point, names) };
    if (isA) defined++;
  }
  return defined > 0 ? { kind: 'equal' } : { kind: 'undecided', why: 'it has a value at too few points' };
}

export const isDefined = ({ cells }: Cells<Decimal>): boolean => cells.every((x) => x.isFinite());

export function areApart(a: Decimal, b: Decimal, by: string): boolean {
  const size = a.abs().gt(b.abs()) ? a.abs() : b.abs();
  return a.minus(b).abs().gt(size.times(by));
}

const differ = (a: Cells<Decimal>, b: Cells<Decimal>, by = tolerance): boolean =>
  a.cells.some((x, i) => areApart(x, b.cells[i] as Decimal, by));

/** Do they differ by more than what cancels may do? */
const plainly = (a: Cells<Decimal>, b: Cells<Decimal>): boolean => differ(a, b, '1e-12');

/** Both at the same point with more digits, in what other names are made of too. */
const atWider = (
  yours: Formula,
  right: Formula,
  seed: number,
  special: readonly string[],
  names: Names,
  meaning: Meaning,
) => bothAt(yours, right, widerDecimals, drawnPoint(names, seed, special, widerDecimals), names, meaning);

const nudges = [0, 0.001, -0.001, 0.5, -0.5];

/** Where the formulas may have a kink or a step: 0, every number in them with both signs, and near to each. */
export function breaksOf(trees: readonly Formula[]): string[] {
  const found = new Set([0]);
  const walk = (tree: Formula): void => {
    if (tree.kind === 'number' && Math.abs(Number(tree.text)) < 1e6) {
      found.add(Number(tree.text));
      found.add(-Number(tree.text));
    }
    if (tree.kind === 'call') for (const at of tree.fn.breaks ?? []) found.add(Number(at));
    below(tree).forEach(walk);
  };
  trees.forEach(walk);
  return [...found].slice(0, 20).flatMap((x) => nudges.map((by) => `${x + by}`));
}

const short = (x: Decimal): string => x.toSignificantDigits(4).toString();

export function cellsText({ rows, columns, cells }: Cells<Decimal>): string {
  if (rows === 1 && columns === 1) return cells.map(short).join('');
  const lines = Array.from({ length: rows }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
  return `[${lines.map((line) => `[${line.map(short).join(', ')}]`).join(', ')}]`;
}

/** The names' numbers at a point, those that are made of others left out. */
export function pointText({ values, fixed }: Point<Decimal>, { names }: Names): string {
  const free = names.filter(({ name, is }) => !is && values.has(name));
  const numbers = free.map(({ name }) => `\`${name}\` = ${cellsText(values.get(name) as Cells<Decimal>)}`);
  return [...numbers, ...[...fixed].map(([index, at]) => `\`${index}\` = ${at}`)].join(', ');
}
