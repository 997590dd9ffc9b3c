import { type Agreement, agreement, fewestDigits, type Shown, saysNothing } from '../exact/agreement.ts';
import { chance } from '../exact/chance.ts';
import { point, slack } from '../exact/interval.ts';
import { placesGrid, type Rounding, rounded, significantGrid } from '../exact/rounding.ts';
import { through } from '../slips/wrong-line.ts';
import { type Message, say } from '../working/message.ts';
import { results, takenFirst } from './arranged.ts';
import {
  type Bench,
  digitsText,
  everyStep,
  type Order,
  oneNumber,
  oneResult,
  placesText,
  toDigits,
  toPlaces,
  type Way,
} from './orders.ts';
import type { Paper } from './paper.ts';
import type { Step } from './step.ts';

/**
 * Rounding earlier than is allowed is said only of one order of working that gives just the digits that were written;
 * and not of a number that says too little, because nearly anything gives 0.001.
 */
export function earlyRounding(paper: Paper, step: Step, shown: Shown, from: 'truth' | 'own'): Message | undefined {
  const { line, policy } = step;
  const { places } = policy;
  if (policy.exact || places === undefined || shown.places > places || places < 1) return undefined;
  const legal = from === 'truth' ? step.truth : step.own;
  if (!legal || saysNothing(shown, legal) || tellingDigits(shown) < fewestDigits) return undefined;
  const hidden = paper.hiddenAbove(line);
  if (paper.isWeak(line) && hidden.length > 0) return undefined;
  if (!withinReach(paper, step, shown, from)) return undefined;
  const bench = benchOf(paper, step);
  const expected = chance(shown.value, 10 ** -shown.places, (legal.lo + legal.hi) / 2);
  for (const { share, orders } of sorts(bench, coarser(paper.working.rounding, places), places, shown.places)) {
    const all = [...orders];
    const order = all.find((one) => gives(one, shown, places));
    // On a long way that nobody wrote down some order gives nearly any number of few digits.
    if (order && (hidden.length === 0 || share / all.length >= expected / roundedBesides))
      return say`${order.says()} gives ${shown.text}`;
  }
  return undefined;
}

/** Most of the wrong numbers next to the right one, which chance counts, were rounded in some way that nobody can tell. */
const roundedBesides = 4;

/** The line as it stands on the paper. */
export const benchOf = (paper: Paper, { line }: Step): Bench => ({
  line,
  hidden: paper.hiddenAbove(line),
  input: (name) => paper.at(name).written,
  isGiven: (name) => paper.working.givens.has(name),
});

/**
 * What people round too early, with how many of them do: everything to the places they write, one number, everything,
 * one result within a line, some operands taken first.
 */
const sorts = (
  bench: Bench,
  ways: readonly Way[],
  places: number,
  written: number,
): readonly { readonly share: number; readonly orders: Iterable<Order> }[] => [
  { share: 0.25, orders: written < places ? everyStep(bench, toPlaces(written)) : [] },
  { share: 0.25, orders: oneNumber(bench, ways) },
  { share: 0.3, orders: everyStep(bench, [...ways, ...toPlaces(places).slice(1), ...digits]) },
  { share: 0.15, orders: oneResult(bench, ways, results) },
  // On a way that nobody wrote down there are too many of them for any to tell.
  { share: 0.05, orders: bench.hidden.length === 0 ? oneResult(bench, ways, takenFirst) : [] },
];

const digits: readonly Way[] = [...toDigits(4), ...toDigits(3), ...toDigits(2).slice(0, 1)];

/** One place fewer than is asked on the way, and two. */
function coarser(rounding: Rounding, places: number): readonly Way[] {
  if ('significant' in rounding)
    return [1, 2].filter((n) => rounding.significant - n > 1).flatMap((n) => toDigits(rounding.significant - n));
  const ends = 'when' in rounding && rounding.when === 'end';
  return [...(ends ? [places] : []), places - 1, places - 2].filter((n) => n > 0).flatMap(toPlaces);
}

/** Is the order's result, rounded to the places written, just the number? */
const gives = ({ value }: Order, shown: Shown, places: number): boolean =>
  Number.isFinite(value) &&
  (agreement(shown, point(value), Math.min(places, shown.places)) === 'right' ||
    Math.abs(value - shown.value) <= slack(shown.value));

/** Can any rounding to so few digits reach the number at all? Asked first, because there are hundreds of orders. */
function withinReach(paper: Paper, step: Step, shown: Shown, from: 'truth' | 'own'): boolean {
  const wrong = paper.wrongLine(step, shown);
  const places = Math.max(1, (step.policy.places ?? 0) - 2);
  const unit = 10 ** -places;
  return [placesGrid(places), significantGrid(2)].some((grid) => {
    const reach = through(wrong, new Map(), (name) => rounded(paper.at(name)[from], grid), grid);
    return !reach || (shown.value >= reach.lo - unit && shown.value <= reach.hi + unit);
  });
}

/** The digits that say something: without the zeros at the end, which rounding a number twice leaves. */
function tellingDigits({ value, places, significant }: Shown): number {
  if (value === 0) return 0;
  let kept = places;
  while (kept > 0 && Math.abs(value - Number(value.toFixed(kept - 1))) <= slack(value)) kept--;
  return significant - (places - kept);
}

/** What an agreement that is not full says of the rounding. */
export function habitWords(how: Agreement, step: Step, shown: Shown): string {
  const { places: asked = shown.places, exact } = step.policy;
  if (shown.places < 0 || exact) return `the exact value was asked for; yours has ${digitsText(digitsOf(shown))}`;
  return how === 'fewer-places'
    ? `the value is right to ${placesText(shown.places)}; ${asked} were asked for`
    : `the value was cut off after ${placesText(Math.min(shown.places, asked))} instead of rounded`;
}

/** Zeros at the end of a whole number are no digits of it. */
const digitsOf = ({ value, significant }: Shown): number =>
  Number.isSafeInteger(value)
    ? Math.max(fewestDigits, String(Math.abs(value)).replace(/(?<!0)0+$/, '').length)
    : significant;
