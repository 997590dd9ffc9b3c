import { half, placesGrid } from '../exact/rounding.ts';
import type { Shown } from './agreement.ts';
import { benchOf } from './early.ts';
import { type Bench, nearest, worked } from './orders.ts';
import type { Paper } from './paper.ts';
import type { Step } from './step.ts';

type Round = (x: number) => number;
const asItIs: Round = (x) => x;

/** Are there digits beyond the places asked for, which only some order of working can have given? */
export function goesBeyond({ policy }: Step, shown: Shown): boolean {
  const { places, exact } = policy;
  if (places === undefined || exact || shown.exact || shown.places <= places) return false;
  return Number(shown.value.toFixed(places)) !== shown.value;
}

/** Does it agree with what a person gets who rounds nothing on the way, or every step to the same places? */
export function isPlain(paper: Paper, step: Step, shown: Shown): boolean {
  const agrees = agreesWith(step, shown);
  if (step.finer().some((value) => value !== undefined && agrees(value))) return true;
  const { places = 0 } = step.policy;
  const kept = [places, places + 1, places + 2, shown.places].map((n) => nearest(placesGrid(n)));
  return benches(paper, step, shown).some((bench) =>
    [asItIs, ...kept].some((wrote) => [asItIs, ...kept].some((keep) => agrees(worked(bench, wrote, keep)))),
  );
}

/** As the numbers stand on the paper, and with all digits from the givens on. */
function benches(paper: Paper, step: Step, shown: Shown): readonly Bench[] {
  const bench = benchOf(paper, step);
  return [bench, { ...bench, input: paper.wrongLine(step, shown).unrounded }];
}

/** More orders than these are not tried. */
const mostOrders = 4096;

/**
 * Does some of the results on the way rounded, and the others not, give it? Of a number with several places more than
 * asked that would say nothing: nearly any is given by one of so many orders.
 */
export function isMixed(paper: Paper, step: Step, shown: Shown): boolean {
  if (shown.places > (step.policy.places ?? 0) + 1) return false;
  const agrees = agreesWith(step, shown);
  const round = nearest(placesGrid(step.policy.places ?? 0));
  const bench = benchOf(paper, step);
  let results = 0;
  const count: Round = (value) => {
    results += 1;
    return value;
  };
  worked(bench, count, count);
  const all = results <= Math.log2(mostOrders);
  for (let order = 0; order < (all ? 2 ** results : mostOrders); order++) {
    let bits = all ? order : scattered(order);
    const some: Round = (value) => {
      const kept = bits % 2 === 1 ? round(value) : value;
      bits = all ? bits >>> 1 : scattered(bits);
      return kept;
    };
    if (agrees(worked(bench, some, some))) return true;
  }
  return false;
}

/** Another number for each number, always the same one: a sample that a mark can be repeated with. */
const scattered = (x: number): number => (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 1;

/** Within a unit of the last written place, or the same at the places asked for. */
function agreesWith({ policy }: Step, { value: w, places: p }: Shown): (value: number) => boolean {
  const { places = p } = policy;
  const kept = Number(w.toFixed(places));
  return (value) => Math.abs(value - w) <= 10 ** -p * (1 + 1e-9) || Math.abs(value - kept) <= half(places) * (1 + 1e-9);
}
