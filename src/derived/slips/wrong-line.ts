import type { Interval } from '../../exact/interval.ts';
import { type Grid, rounded } from '../../exact/rounding.ts';
import { hull } from '../../expressions/hull.ts';
import type { Expression } from '../../expressions/tree.ts';
import type { SlipKind } from '../../records/result.ts';
import type { Line, Wording, Working } from '../../working/working.ts';
import { type Agreement, agreement, type Shown, saysNothing } from '../agreement.ts';
import type { Mutant } from './mutant.ts';
import { slotsOf } from './segment.ts';

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

export const middle = ({ lo, hi }: Interval): number => (lo + hi) / 2;

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

/** Of those who write down an inexact result, how many round it and how many cut it off. */
const writers: Readonly<Partial<Record<NonNullable<Agreement>, number>>> = { right: 0.8, 'cut-off': 0.2 };

/**
 * The part of a slip's weight that falls on the number that was written, 0 where it is not what the slip gives. It is
 * shared out over those who round and those who cut off, and over the cells that the interval covers: a vague
 * prediction proves less.
 */
export function weighed(weight: number, { shown, exact }: WrongLine, value: Interval): number {
  if (!exact && saysNothing(shown, value)) return 0;
  const how = agreement(shown, value, shown.places, exact);
  const share = exact ? Number(how === 'right') : ((how && writers[how]) ?? 0);
  return (weight * share) / Math.max(1, (value.hi - value.lo) * 10 ** shown.places + 1);
}

export function valuesOf({ working, own }: WrongLine): Float64Array {
  const values = new Float64Array(slotsOf(working).size).fill(Number.NaN);
  for (const [name, slot] of slotsOf(working)) values[slot] = middle(own(name));
  return values;
}

/** How far from what was written the single value of a slip may lie: what rounding does grows with the value. */
export function reachOf({ shown }: WrongLine, legal: Interval | undefined): number {
  const unit = 2 * 10 ** -shown.places;
  if (!legal) return unit;
  const grown = Math.max(1, Math.abs(shown.value) / Math.max(Math.abs(middle(legal)), unit));
  return unit + 8 * (legal.hi - legal.lo) * grown;
}
