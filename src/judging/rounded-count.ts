import { leastRounded, type Shown } from '../exact/agreement.ts';
import { chance } from '../exact/chance.ts';
import { placesGrid } from '../exact/rounding.ts';
import { type Message, say } from '../working/message.ts';
import { benchOf } from './early.ts';
import { everyStep, nearest, type Order, oneNumber, toDigits, type Way } from './orders.ts';
import type { Paper } from './paper.ts';
import type { Step } from './step.ts';

/** How people round a count that they only pass on: to some digits, to thousands, to the decimals of millions. */
const ways: readonly Way[] = [
  ...[2, 3, 4].flatMap((n) => toDigits(n).slice(0, 1)),
  { does: 'rounded to thousands', round: nearest(placesGrid(-3)) },
  { does: 'rounded to tenths of a million', round: nearest(placesGrid(-5)) },
  { does: 'rounded to millions', round: nearest(placesGrid(-6)) },
].map(({ does, round }) => ({ does, round: (x) => (Math.abs(x) < leastRounded ? x : round(x)) }));

/**
 * An exact count was asked for, and one that was not written down was rounded on the way, or all of them were: said only
 * of one order that gives just the number, which then is no number by chance.
 */
export function roundedCount(paper: Paper, step: Step, shown: Shown, from: 'truth' | 'own'): Message | undefined {
  const legal = step[from];
  if (!legal || !Number.isSafeInteger(shown.value) || paper.hiddenAbove(step.line).length === 0) return undefined;
  const expected = chance(shown.value, 1, (legal.lo + legal.hi) / 2);
  const bench = benchOf(paper, step);
  for (const sort of [oneNumber(bench, ways), everyStep(bench, ways, false)]) {
    const all: readonly Order[] = [...sort];
    const order = all.find(({ value }) => Math.round(value) === shown.value);
    if (order && 0.5 / all.length >= expected) return say`${order.says()} gives ${shown.text}`;
  }
  return undefined;
}
