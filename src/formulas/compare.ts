import type { Decimal } from '../exact/decimal.ts';
import { type Cells, ShapeFault, TooMuch } from './array.ts';
import { NoDerivative } from './differentiate.ts';
import { eachCell } from './each.ts';
import { evaluate } from './evaluate.ts';
import type { CellField } from './field.ts';
import { NotApplicable } from './field.ts';
import { decimals, roughDecimals, widerDecimals } from './fields/decimal.ts';
import { floats } from './fields/float.ts';
import { residues } from './fields/modular.ts';
import { Pole, type Residue, residue } from './fields/residue.ts';
import { type Names, runsOf, shapeTextOf, sizesOf, usedBy } from './names.ts';
import { drawnPoint, generator, type Point, pointOf } from './points.ts';
import { below, type Formula } from './tree.ts';

/** How two formulas compare. */
export type Comparison =
  | { readonly kind: 'equal' }
  /** Equal wherever both are defined, but one of them is defined at points where the other is not. */
  | { readonly kind: 'domain'; readonly missing: 'yours' | 'right'; readonly at: string }
  | { readonly kind: 'different'; readonly at?: string; readonly yours?: string; readonly right?: string }
  /** The shapes do not fit: within the formula, or against the right one. */
  | { readonly kind: 'shape'; readonly says: string }
  /** Defined at too few points to say. */
  | { readonly kind: 'undecided'; readonly why: string };

/** How a formula is meant: does a row or a column go together with each row or column of a matrix? */
export interface Meaning {
  readonly wide?: boolean;
}

const trials = 2;
const poles = 20;
const points = 40;
/** Six of each spread, for formulas that are known to have equal values. */
const few = 24;
const enough = 8;
const tolerance = '1e-40';

/**
 * Is a formula the right one, written another way? First the shapes; then exactly modulo 2^61 - 1, where everything is
 * rational in the names and in exponentials; else at 40 points, at 60 digits. The points are the same every time.
 */
export function compare(yours: Formula, right: Formula, names: Names, meaning: Meaning = {}): Comparison {
  const found = compareAt(yours, right, names, meaning);
  const isSized = found.kind === 'equal' && (counts(yours) || counts(right));
  if (isSized) return compareAt(yours, right, { ...names, sizes: 'other' }, meaning);
  // X^T X has an inverse only where X has no more columns than rows.
  return found.kind === 'undecided' ? compareAt(yours, right, { ...names, sizes: 'falling' }, meaning) : found;
}

/** Does the value hang on how large the arrays are? */
const counts = (tree: Formula): boolean =>
  (tree.kind === 'symbol' && tree.name.startsWith('#')) ||
  (tree.kind === 'reduce' && tree.op === 'mean') ||
  (tree.kind === 'fold' && tree.to !== undefined) ||
  below(tree).some(counts);

function compareAt(yours: Formula, right: Formula, names: Names, meaning: Meaning): Comparison {
  try {
    const used = { ...names, only: usedBy([yours, right], names) };
    const exact = modular(yours, right, used, meaning);
    if (exact?.kind === 'equal' || exact?.kind === 'shape') return exact;
    // The same functions of equal arguments are equal: only where they are defined is still to be seen.
    const alike = exact === undefined && modular(yours, right, used, meaning, true)?.kind === 'equal';
    if (alike) return definedAlike(yours, right, used, meaning);
    const found = atPoints(yours, right, used, meaning);
    if (exact?.kind !== 'different') return found;
    return found.kind === 'different' ? found : exact;
  } catch (error) {
    if (error instanceof ShapeFault) return { kind: 'shape', says: error.message };
    if (error instanceof NoDerivative) return { kind: 'undecided', why: `${error.message} is not known` };
    if (error instanceof TooMuch || error instanceof RangeError)
      return { kind: 'undecided', why: 'it takes too much work' };
    throw error;
  }
}

/** A quick look, at a single point, whether another formula may be equal to one. */
export function likely(tree: Formula, names: Names, meaning: Meaning = {}): (other: Formula) => boolean {
  const point = drawnPoint(names, 1, [], floats);
  return (other) => {
    try {
      const [a, b] = bothAt(tree, other, floats, point, names, meaning);
      if (shapeFault(a, b, names)) return false;
      return a.cells.every((x, i) => !(Math.abs(x - (b.cells[i] ?? 0)) > 1e-6 * Math.max(1e-3, Math.abs(x))));
    } catch {
      return false;
    }
  };
}

/** Undefined where it does not apply. */
function modular(yours: Formula, right: Formula, names: Names, meaning: Meaning, free = false): Comparison | undefined {
  let left = poles;
  for (let trial = 0; trial < trials; ) {
    try {
      const difference = atResidues(yours, right, names, meaning, trial + (poles - left) * trials, free);
      if (difference) return difference;
      trial++;
    } catch (error) {
      if (error instanceof NotApplicable) return undefined;
      if (!(error instanceof Pole) || --left <= 0) {
        if (error instanceof Pole) return undefined;
        throw error;
      }
    }
  }
  return { kind: 'equal' };
}

function atResidues(
  yours: Formula,
  right: Formula,
  names: Names,
  meaning: Meaning,
  seed: number,
  free: boolean,
): Comparison | undefined {
  const random = generator(seed * 104729 + 5);
  const drawn = new Map<string, bigint>();
  const draw = (name: string): bigint => {
    const value = drawn.get(name) ?? (BigInt(random()) << 29n) + BigInt(random() >>> 3) + 2n;
    drawn.set(name, value);
    return value;
  };
  const field = residues(draw, free);
  const point = pointOf(names, field, (name) => residue(name, draw(name)), random);
  const [a, b] = bothAt(yours, right, field, point, names, meaning);
  const fault = shapeFault(a, b, names);
  if (fault) return fault;
  return a.cells.some(({ value }, i) => value !== (b.cells[i] as Residue).value) ? { kind: 'different' } : undefined;
}

function bothAt<T>(
  yours: Formula,
  right: Formula,
  field: CellField<T>,
  point: Point<T>,
  names: Names,
  { wide = false }: Meaning,
): [Cells<T>, Cells<T>] {
  const sizes = sizesOf(names);
  const shapeText = shapeTextOf(sizes);
  const lookup = (name: string): Cells<T> => {
    const value = point.values.get(name);
    if (!value) throw new ShapeFault(`there is no value for \`${name}\``);
    return value;
  };
  const of = (tree: Formula, broad: boolean): Cells<T> =>
    evaluate(tree, { field, lookup, wide: broad, shapeText, sizes, runs: runsOf(names), fixed: point.fixed });
  const target = of(eachCell(right, { rows: 2, columns: 1 }, names), true);
  return [of(eachCell(yours, target, names), wide), target];
}

/** An array of one axis stands for a row or a column. */
function shapeFault(a: Cells<unknown>, b: Cells<unknown>, names: Names): Comparison | undefined {
  if (a.rows === b.rows && a.columns === b.columns) return undefined;
  if (a.flat && a.columns === b.rows && b.columns === 1) return undefined;
  const text = shapeTextOf(sizesOf(names));
  const turned = a.rows === b.columns && a.columns === b.rows ? ': it is the transpose in shape' : '';
  return {
    kind: 'shape',
    says: `this is ${text(a.rows, a.columns)}, and the answer is ${text(b.rows, b.columns)}${turned}`,
  };
}

function atPoints(yours: Formula, right: Formula, names: Names, meaning: Meaning): Comparison {
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
function definedAlike(yours: Formula, right: Formula, names: Names, meaning: Meaning): Comparison {
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

const isDefined = ({ cells }: Cells<Decimal>): boolean => cells.every((x) => x.isFinite());

function areApart(a: Decimal, b: Decimal, by: string): boolean {
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
function breaksOf(trees: readonly Formula[]): string[] {
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

function cellsText({ rows, columns, cells }: Cells<Decimal>): string {
  if (rows === 1 && columns === 1) return cells.map(short).join('');
  const lines = Array.from({ length: rows }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
  return `[${lines.map((line) => `[${line.map(short).join(', ')}]`).join(', ')}]`;
}

/** The names' numbers at a point, those that are made of others left out. */
function pointText({ values, fixed }: Point<Decimal>, { names }: Names): string {
  const free = names.filter(({ name, is }) => !is && values.has(name));
  const numbers = free.map(({ name }) => `\`${name}\` = ${cellsText(values.get(name) as Cells<Decimal>)}`);
  return [...numbers, ...[...fixed].map(([index, at]) => `\`${index}\` = ${at}`)].join(', ');
}
