import type { Interval } from '../exact/interval.ts';
import { operatorOf } from '../slips/misread.ts';
import { segmentOf, slotsOf } from '../slips/segment.ts';
import { trySome, type Wanted } from '../slips/trials.ts';
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
  const left = 2 * power(working, line, own, unit);
  return left >= 1 || left >= power(working, line, truth, unit);
}

function power(working: Working, line: Line, inputs: (name: string) => Interval, unit: number): number {
  const segment = segmentOf(working, line, []);
  const slot = slotsOf(working);
  const values = new Float64Array(slot.size);
  for (const name of line.inputs) values[slot.get(name) as number] = middle(inputs(name));
  segment.program.begin(values);
  const right = segment.worked.value();
  let tried = 0;
  let told = 0;
  const take = (value: number): void => {
    tried += 1;
    // A slip that leads to no number, as a count below 0, is told as well.
    if (!(Math.abs(value - right) <= unit)) told += 1;
  };
  trySome(segment, working, values, isStructural, take);
  return tried === 0 ? 1 : told / tried;
}

const middle = ({ lo, hi }: Interval): number => (lo + hi) / 2;
