import { compile } from '../expressions/compile.ts';
import type { Message } from '../working/message.ts';
import type { Line, Working } from '../working/problem.ts';
import { type Agreement, fewestDigits, isRightly, type Shown, saysNothing } from './agreement.ts';
import { habitOf } from './habits.ts';
import type { Paper } from './paper.ts';
import { slotsOf } from './slips/segment.ts';
import { through } from './slips/wrong-line.ts';
import type { Step } from './step.ts';

/**
 * A habit of rounding is named only if it gives just this number; and for a value of one significant digit only if
 * every number it was made from is there to see, because nearly anything gives 0.001.
 */
export function earlyRounding(paper: Paper, step: Step, shown: Shown, from: 'truth' | 'own'): Message | undefined {
  const { line, policy } = step;
  if (policy.exact || policy.places === undefined || shown.places > policy.places) return undefined;
  const legal = from === 'truth' ? step.truth : step.own;
  if (!legal || saysNothing(shown, legal)) return undefined;
  const hidden = paper.hiddenAbove(line);
  if (paper.isWeak(line) && hidden.length > 0) return undefined;
  const early = roundsEarly(paper, step, shown, hidden, from);
  if (isRightly(early) && shown.significant >= 2) return 'a result on the way was rounded too early';
  const input = hidden.length === 0 && shown.significant >= 2 ? step.inputRoundedEarly(from) : undefined;
  if (input) return input;
  const values = numbers(paper, from);
  return habitOf(shown, policy.places, (round) => reworked(paper, line, hidden, values, round));
}

/**
 * What rounding earlier than is allowed gives: in this line, where every number above is there to see; where the
 * question rounds only at the end, also on the unwritten way to it.
 */
function roundsEarly(
  paper: Paper,
  step: Step,
  shown: Shown,
  hidden: readonly Line[],
  from: 'truth' | 'own',
): Agreement {
  const { rounding } = paper.working;
  const onTheWay = 'when' in rounding && rounding.when === 'end';
  if (hidden.length > 0 && !onTheWay) return undefined;
  const inputs = (name: string) => paper.at(name)[from];
  return step.agrees(through(paper.wrongLine(step, shown), new Map(), inputs, step.policy.early));
}

/** A single number for every line above: as written, or the middle of what is legal. */
function numbers(paper: Paper, from: 'truth' | 'own'): Float64Array {
  const slot = slotsOf(paper.working);
  const values = new Float64Array(slot.size);
  for (const [name, at] of slot) {
    const { lo, hi } = paper.at(name)[from];
    values[at] = paper.shown.get(name)?.value ?? (lo + hi) / 2;
  }
  return values;
}

/** The line worked on floats with a rounding at every unwritten step. */
function reworked(
  paper: Paper,
  line: Line,
  hidden: readonly Line[],
  values: Float64Array,
  round: (x: number) => number,
): number {
  const slot = slotsOf(paper.working);
  for (const above of hidden) values[slot.get(above.name) as number] = round(floatOf(paper.working, above)(values));
  return floatOf(paper.working, line)(values);
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

const digitsText = (n: number): string => `${n} significant ${n === 1 ? 'digit' : 'digits'}`;
const placesText = (n: number): string => `${n} ${n === 1 ? 'place' : 'places'}`;

const floats = new WeakMap<Line, (values: ArrayLike<number>) => number>();
const floatOf = (working: Working, line: Line): ((values: ArrayLike<number>) => number) => {
  const slot = slotsOf(working);
  const known = floats.get(line) ?? compile(line.formula, (name) => slot.get(name) as number);
  floats.set(line, known);
  return known;
};
