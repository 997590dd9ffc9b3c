import type { Shown } from '../exact/agreement.ts';
import { type Interval, middle } from '../exact/interval.ts';
import { type Grid, rounded } from '../exact/rounding.ts';
import { hull } from '../expressions/hull.ts';
import type { Expression } from '../expressions/tree.ts';
import type { SlipKind } from '../records/result.ts';
import type { Line, Wording, Working } from '../working/working.ts';
import type { Mutant } from './mutant.ts';

/** A wrong line, and what the student had in hand when writing it. */
export interface WrongLine {
  readonly working: Working;
  readonly line: Line;
  /** The unwritten lines above it, down to written ones. */
  readonly hidden: readonly Line[];
  readonly shown: Shown;
  /** The places asked for. */
  readonly places: number;
  readonly exact: boolean;
  /** The student's own numbers. */
  readonly own: (name: string) => Interval;
  /** The same as single numbers, by their slots; slips are tried in them. */
  readonly values: Float64Array;
  /** The numbers as they stand on the paper; of an unwritten line, what they lead to. */
  readonly written: Float64Array;
  /** With all digits from the givens on, where no error lies above. */
  readonly unrounded: Float64Array;
  /** Where the question asks to round. */
  readonly stated: Grid;
  /** The text of a given, or of a line the student wrote. */
  readonly textOf: (name: string) => string | undefined;
  /** Was this symbol written by the student (rather than given)? */
  readonly wrote: (name: string) => boolean;
}

/** A slip that gives the number, with its prior weight. */
export interface Fitting {
  readonly kind: SlipKind;
  readonly step: string;
  readonly wording: Wording;
  readonly value: number;
  readonly weight: number;
  /** How it ranks beside other slips that give the number. */
  readonly plausibility: number;
  readonly formula?: string;
  readonly mutants: readonly Mutant[];
  readonly miswritten: boolean;
}

/** The written line's interval with some formulas changed, all rounding legal at the places the student works with. */
export function through(
  { line, hidden, own }: WrongLine,
  trees: ReadonlyMap<string, Expression>,
  inputs: (name: string) => Interval,
  grid: Grid,
): Interval | undefined {
  const reached = new Map<string, Interval>();
  const at = (name: string): Interval => reached.get(name) ?? inputs(name) ?? own(name);
  for (const { name, formula } of hidden) {
    const value = hull(trees.get(name) ?? formula, at, grid);
    if (!value) return undefined;
    reached.set(name, rounded(value, grid));
  }
  return hull(trees.get(line.name) ?? line.formula, at, grid);
}

/** How far from what was written the single value of a slip may lie: what rounding does grows with the value. */
export function reachOf({ shown }: WrongLine, legal: Interval | undefined): number {
  const unit = 2 * 10 ** -shown.places;
  if (!legal) return unit;
  const grown = Math.max(1, Math.abs(shown.value) / Math.max(Math.abs(middle(legal)), unit));
  return unit + 8 * (legal.hi - legal.lo) * grown;
}
