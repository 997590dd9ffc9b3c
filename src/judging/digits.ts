import { type Agreement, countToOneDigit, type Shown } from '../exact/agreement.ts';
import { chance } from '../exact/chance.ts';
import { type Interval, isPoint, middle, unknown } from '../exact/interval.ts';
import type { Paper } from './paper.ts';
import type { Step } from './step.ts';

/** One digit where more were asked for agrees with too many values to be the rounding of one. */
export const saysLittle = ({ policy: { places } }: Step, { significant, places: written }: Shown): boolean =>
  significant < 2 && places !== undefined && written >= 0 && written < places;

/** Is it a large count of which one digit is left, whatever the notation: `1e8`, `100M` or 100,000,000 for 138,357,544? */
export const isOneDigit = ({ policy: { exact } }: Step, { value }: Shown, legal: Interval | undefined): boolean =>
  exact && legal !== undefined && isPoint(legal) && countToOneDigit(value, legal.hi);

/** Bits: how little the number that was written is to be expected by chance. */
export const surprise = ({ shown, own }: Step): number =>
  shown ? -Math.log2(chance(shown.value, 10 ** -shown.places, middle(own ?? unknown))) : 0;

/** Where only the end is rounded, lines on the way may be shown at fewer places. */
export function excused({ working }: Paper, answers: ReadonlySet<string>, step: Step, how: Agreement): Agreement {
  const { rounding } = working;
  const free = 'when' in rounding && rounding.when === 'end' && !answers.has(step.line.name);
  return free && how === 'fewer-places' && (step.shown?.significant ?? 0) >= 2 ? 'right' : how;
}
