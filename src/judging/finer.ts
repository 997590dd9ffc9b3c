import type { Shown } from '../exact/agreement.ts';
import { half, placesGrid } from '../exact/rounding.ts';
import { benchOf } from './early.ts';
import { type Bench, nearest, worked } from './orders.ts';
import type { Paper } from './paper.ts';
import type { Step } from './step.ts';

type Round = (x: number) => number;
const asItIs: Round = (x) => x;

/** The places to which the question lets a number be rounded on the way. */
const kept = ({ policy: { places = 0, grid } }: Step, { value }: Shown): number =>
  Math.max(places, grid(Math.abs(value)) ?? 0);

/** How many digits are there beyond those, which only some order of working can have given? */
export function digitsBeyond(step: Step, shown: Shown): number {
  const { places, exact } = step.policy;
  const asked = Math.min(kept(step, shown), 20);
  if (places === undefined || exact || shown.exact || asked < 0 || shown.places <= asked) return 0;
  return Number(shown.value.toFixed(asked)) === shown.value ? 0 : shown.places - asked;
}

/** Does it agree with what a person gets who rounds nothing on the way, or every step to the same places? */
export function isPlain(paper: Paper, step: Step, shown: Shown): boolean {
  const agrees = agreesWith(step, shown);
  if (step.finer().some((value) => value !== undefined && agrees(value))) return true;
  const places = kept(step, shown);
  const ways = [places, places + 1, places + 2, shown.places].map((n) => nearest(placesGrid(n)));
  return benches(paper, step).some((bench) =>
    [asItIs, ...ways].some((wrote) => [asItIs, ...ways].some((keep) => agrees(worked(bench, wrote, keep)))),
  );
}

/** As the numbers stand on the paper, and with all digits from the givens on. */
function benches(paper: Paper, step: Step): readonly Bench[] {
  const bench = benchOf(paper, step);
  return [bench, { ...bench, input: (name) => paper.unrounded[paper.slots.get(name) as number] as number }];
}

/** Within a unit of the last written place, or the same at the places asked for. */
function agreesWith({ policy }: Step, { value: w, places: p }: Shown): (value: number) => boolean {
  const { places = p } = policy;
  const kept = Number(w.toFixed(places));
  return (value) => Math.abs(value - w) <= 10 ** -p * (1 + 1e-9) || Math.abs(value - kept) <= half(places) * (1 + 1e-9);
}
