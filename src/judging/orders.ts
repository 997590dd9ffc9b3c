import type { Grid } from '../exact/rounding.ts';
import { placesGrid, significantGrid } from '../exact/rounding.ts';
import { type Expression, substitute, symbolsOf } from '../expressions/tree.ts';
import { type Keep, workedOut } from '../expressions/worked-out.ts';
import { literal } from '../slips/literal.ts';
import { type Message, ref, say } from '../working/message.ts';
import type { Line } from '../working/problem.ts';
import { type Arranged, allByHand } from './arranged.ts';

/** One order of rounding that a person can have worked, and what it gives. */
export interface Order {
  readonly value: number;
  /** What was rounded, with the number that came of it; made when it is asked for. */
  readonly says: () => Message;
}

/** A line as it was worked: with the unwritten lines above it, from the numbers that stand on the paper. */
export interface Bench {
  readonly line: Line;
  readonly hidden: readonly Line[];
  readonly input: (name: string) => number;
  readonly isGiven: (name: string) => boolean;
}

/** How a number is cut down, and in what words. */
export interface Way {
  readonly does: string;
  readonly round: (x: number) => number;
}

const scaled = (grid: Grid, of: (x: number) => number): ((x: number) => number) => {
  return (x) => {
    const places = grid(Math.abs(x));
    if (places === undefined) return x;
    const scale = 10 ** places;
    return (Math.sign(x) * of(Math.abs(x) * scale)) / scale;
  };
};
export const nearest = (grid: Grid): ((x: number) => number) => scaled(grid, (x) => Math.floor(x + 0.5 + 1e-9));
export const cut = (grid: Grid): ((x: number) => number) => scaled(grid, (x) => Math.floor(x + 1e-9));

export const placesText = (n: number): string => `${n} ${n === 1 ? 'place' : 'places'}`;
export const digitsText = (n: number): string => `${n} significant ${n === 1 ? 'digit' : 'digits'}`;

/** Rounding to so many places, and cutting off after them. */
export const toPlaces = (n: number): readonly Way[] => [
  { does: `rounded to ${placesText(n)}`, round: nearest(placesGrid(n)) },
  { does: `cut off after ${placesText(n)}`, round: cut(placesGrid(n)) },
];

/** Rounding to so many significant digits, and cutting off after them. */
export const toDigits = (n: number): readonly Way[] => [
  { does: `rounded to ${digitsText(n)}`, round: nearest(significantGrid(n)) },
  { does: `cut off after ${digitsText(n)}`, round: cut(significantGrid(n)) },
];

const exactly: Keep = (value) => value;

type Numbers = (name: string) => number;

/** The numbers that a line is worked from, if each unwritten line above it goes through `wrote` and each result within a line through `keep`. */
function above({ hidden, input }: Bench, wrote: (value: number, line: Line) => number, keep: Keep = exactly): Numbers {
  const values = new Map<string, number>();
  const at = (name: string): number => values.get(name) ?? input(name);
  for (const line of hidden) values.set(line.name, wrote(workedOut(line.formula, at, keep), line));
  return at;
}

/** What a line comes to so. */
export const worked = (bench: Bench, wrote: (value: number, line: Line) => number, keep: Keep = exactly): number =>
  workedOut(bench.line.formula, above(bench, wrote, keep), keep);

/** The unwritten lines that a number reaches. */
function reachedBy(name: string, hidden: readonly Line[]): Line[] {
  const reached = new Set([name]);
  return hidden.filter((line) => {
    if (line.name === name || !line.inputs.some((input) => reached.has(input))) return false;
    reached.add(line.name);
    return true;
  });
}

/** A number above rounded before it was used, and all else kept. */
export function* oneNumber(bench: Bench, ways: readonly Way[]): Generator<Order> {
  const { line, hidden } = bench;
  const used = [...new Set([line, ...hidden].flatMap(({ inputs }) => inputs))].filter((name) => !bench.isGiven(name));
  const exact = above(bench, (own) => own);
  for (const name of used) {
    // A network has a hundred lines, and one count reaches three of them.
    const reached = reachedBy(name, hidden);
    for (const way of ways) {
      const short = way.round(exact(name));
      const input = (other: string): number => (other === name ? short : exact(other));
      const says = (): Message => say`${ref(name)} ${way.does} first${withNumber(line, name, short)}`;
      if (short !== 0) yield { value: worked({ ...bench, hidden: reached, input }, (own) => own), says };
    }
  }
}

/** One result within a line rounded before it was used, and all else kept; `within` are the results that are tried. */
export function* oneResult(
  bench: Bench,
  ways: readonly Way[],
  within: (formula: Expression) => Iterable<Arranged>,
): Generator<Order> {
  for (const about of [bench.line, ...bench.hidden])
    for (const { tree, result } of within(about.formula)) {
      const arranged = withFormulas(bench, (line) => (line === about ? tree : line.formula));
      for (const way of ways) {
        let short = Number.NaN;
        const keep: Keep = (value, of) => {
          if (of !== result) return value;
          short = way.round(value);
          return short;
        };
        const value = worked(arranged, (own) => own, keep);
        if (short !== 0) yield { value, says: () => say`${result} ${way.does} first, ${written(short)},` };
      }
    }
}

/** The same line worked by other formulas of the same value. */
const withFormulas = (bench: Bench, formula: (line: Line) => Expression): Bench => ({
  ...bench,
  line: { ...bench.line, formula: formula(bench.line) },
  hidden: bench.hidden.map((line) => ({ ...line, formula: formula(line) })),
});

/**
 * Every step rounded alike: each line, or each result within the lines as well, with functions whole or by hand; the last
 * line too, unless `last` is false.
 */
export function* everyStep(bench: Bench, ways: readonly Way[], last = true): Generator<Order> {
  const byHand = withFormulas(bench, ({ formula }) => allByHand(formula));
  const isOther = [bench.line, ...bench.hidden].some(({ formula }) => allByHand(formula) !== formula);
  const within = isOther ? [bench, byHand] : [bench];
  for (const way of ways)
    for (const on of [undefined, ...within]) {
      const steps: Message[] = [];
      const wrote = (value: number, { name }: Line): number => {
        const kept = way.round(value);
        if (kept === value) return kept;
        steps.push(say`${steps.length > 0 ? ', ' : ''}${ref(name)} ${written(kept)}`);
        return kept;
      };
      const value = worked(on ?? bench, wrote, on ? (result) => way.round(result) : exactly);
      const says = (): Message => say`every ${on ? 'result on the way' : 'step'} ${way.does}${firstOf(steps)}`;
      yield { value: last ? way.round(value) : value, says };
    }
}

/** The first of the numbers that came of it. */
function firstOf(steps: readonly Message[]): Message {
  if (steps.length === 0) return '';
  const [first = '', second = '', third = ''] = steps;
  return say` (${first}${second}${third}${steps.length > 3 ? ', …' : ''})`;
}

/** The line with the rounded number in it, where that is all it uses. */
function withNumber({ formula }: Line, name: string, short: number): Message {
  const symbols = symbolsOf(formula);
  if (symbols.length !== 1 || symbols[0] !== name) return `, ${written(short)},`;
  const by = (of: string): Expression | undefined => (of === name ? literal(written(short)) : undefined);
  return say`, ${substitute(formula, by)},`;
}

/** A number as a person writes it. */
const written = (x: number): string => String(Number(x.toPrecision(12)));
