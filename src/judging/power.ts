import { type Interval, middle } from '../exact/interval.ts';
import { operatorOf } from '../slips/misread.ts';
import { segmentOf, slotsOf } from '../slips/segment.ts';
import { trialsOf, tried, type Wanted } from '../slips/trials.ts';
import type { Line, Working } from '../working/working.ts';

const isStructural: Wanted = ({ operator }, reading) =>
  (reading ? operatorOf(reading) : operator).traits.includes('structural');

/**
 * Does a line still tell right working from wrong, with the student's own numbers in it? Its power is the share of
 * single slips that change its value by more than a unit of the last place; with inputs such as 0, or two equal ones,
 * nearly every slip gives the same value, and the line got its value for free. False where the power is less than half
 * of what it is with the right numbers.
 */
export function keepsPower(
  working: Working,
  line: Line,
  truth: (name: string) => Interval,
  own: (name: string) => Interval,
  unit: number,
): boolean {
  const left = 2 * power(working, line, own, unit, 1 / 2);
  return left >= 1 || left >= power(working, line, truth, unit);
}

/** The power of a line; of more than `enough` no more is reckoned than that it is. */
function power(
  working: Working,
  line: Line,
  inputs: (name: string) => Interval,
  unit: number,
  enough = Number.POSITIVE_INFINITY,
): number {
  const segment = segmentOf(working, line, []);
  const slot = slotsOf(working);
  const values = new Float64Array(slot.size);
  for (const name of line.inputs) values[slot.get(name) as number] = middle(inputs(name));
  const trials = trialsOf(segment, working, values, isStructural);
  const right = segment.worked.value();
  let told = 0;
  for (const trial of trials) {
    // A slip that leads to no number, as a count below 0, is told as well.
    if (!(Math.abs(tried(trial, values) - right) <= unit)) told += 1;
    if (told >= enough * trials.length) break;
  }
  return trials.length === 0 ? 1 : told / trials.length;
}
