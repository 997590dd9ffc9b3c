import { type Agreement, agreement, saysNothing } from '../exact/agreement.ts';
import type { Interval } from '../exact/interval.ts';
import { type Grid, placesGrid, unrounded } from '../exact/rounding.ts';
import type { Expression } from '../expressions/tree.ts';
import type { RoundingShares } from '../working/working.ts';
import { workedBy } from './program.ts';
import { slotsOf } from './segment.ts';
import type { WrongLine } from './wrong-line.ts';

/** A way in which people work from one written number to the next. */
interface Way {
  readonly name: Exclude<keyof RoundingShares, 'any'>;
  /** From the numbers as they wrote them, or with all digits from the givens on. */
  readonly from: 'written' | 'unrounded';
  /** Where they round what they do not write. */
  readonly rounds: (wrong: WrongLine) => Grid;
}

const ways: readonly Way[] = [
  { name: 'written', from: 'written', rounds: () => unrounded },
  { name: 'unrounded', from: 'unrounded', rounds: () => unrounded },
  { name: 'stated', from: 'written', rounds: ({ stated }) => stated },
  { name: 'places', from: 'written', rounds: ({ shown }) => placesGrid(shown.places) },
];

/** What is left over is anything that a legal order of rounding gives. The shares add up to 1. */
export const usualShares: RoundingShares = { written: 0.3, unrounded: 0.25, stated: 0.3, places: 0.05, any: 0.1 };

/** Of those who write down an inexact result, how many round it and how many cut it off. */
const writers = { right: 0.85, cut: 0.15 };
const inAnyOrder: Readonly<Partial<Record<NonNullable<Agreement>, number>>> = {
  right: writers.right,
  'cut-off': writers.cut,
};

/** A slip that is tried: the formulas that it changes, and a number that it takes for another. */
export interface Tried {
  readonly trees: ReadonlyMap<string, Expression>;
  readonly instead?: { readonly name: string; readonly value: number };
}

/**
 * The part of a slip's weight that falls on the number that was written; 0 where it is not what the slip gives. It is
 * shared out over the ways in which people round: each predicts one number, and cutting off one other; the last share
 * over all that a legal order can give, so that a vague prediction proves less. What all slips predict of all numbers
 * still adds up to at most 1.
 */
export function weighed(weight: number, wrong: WrongLine, tried: Tried, value: Interval): number {
  const { shown, exact } = wrong;
  if (exact) return agreement(shown, value, shown.places, true) === 'right' ? weight / cellsOf(value, shown.places) : 0;
  if (saysNothing(shown, value) && !isNought(value)) return 0;
  const how = agreement(shown, value, shown.places, false);
  const wide = ((how && inAnyOrder[how]) ?? 0) / cellsOf(value, shown.places);
  if (wide === 0) return 0;
  const shares = wrong.working.roundingShares ?? usualShares;
  const known = ways.reduce((total, way) => total + shares[way.name] * predicted(wrong, tried, way), 0);
  return weight * (known + shares.any * wide);
}

/** How likely a right line is in each way, so that a class may tell how many of it work in which. */
export function likelihoods(wrong: WrongLine, legal: Interval): RoundingShares {
  const how = agreement(wrong.shown, legal, wrong.shown.places, false);
  const any = ((how && inAnyOrder[how]) ?? 0) / cellsOf(legal, wrong.shown.places);
  const by = ways.map((way) => [way.name, predicted(wrong, { trees: new Map() }, way)] as const);
  return { ...(Object.fromEntries(by) as Omit<RoundingShares, 'any'>), any };
}

/** A slip that leaves nothing over says so to all digits, and not only to those that were written. */
const isNought = ({ lo, hi }: Interval): boolean => lo === 0 && hi === 0;

const cellsOf = ({ lo, hi }: Interval, places: number): number => Math.max(1, (hi - lo) * 10 ** places + 1);

/** How many of those who work in this way write down just this number. */
function predicted(wrong: WrongLine, { trees, instead }: Tried, { from, rounds }: Way): number {
  const { working, line, hidden, shown } = wrong;
  const slots = slotsOf(working);
  const values = wrong[from].slice();
  if (instead) values[slots.get(instead.name) as number] = instead.value;
  const value = workedBy([...hidden, line], slots, trees, values, rounds(wrong));
  const scaled = value * 10 ** shown.places;
  const unit = shown.value * 10 ** shown.places;
  if (!Number.isFinite(scaled)) return 0;
  const near = 1e-6 + Math.abs(scaled) * 1e-13;
  const isRounded = Math.abs(scaled - unit) <= 0.5 + near;
  const isCut = Math.abs(Math.trunc(scaled + Math.sign(scaled) * near) - unit) <= near;
  return (isRounded ? writers.right : 0) + (isCut ? writers.cut : 0);
}
