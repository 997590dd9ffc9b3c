import type { NumberReading } from '../../answers/number.ts';
import type { Shown } from '../../derived/agreement.ts';
import { readWritten, type Written } from '../../exact/written.ts';

type ReadAnswer = Extract<NumberReading, { kind: 'read' }>;

/** A written number in the form that judging needs: a plain decimal text with the places that were written. */
export function toShown({ value, places, significant, exact }: Written): Shown {
  const text = places >= 0 && places <= 30 ? value.toFixed(places) : value.toFixed();
  return { text, value: value.toNumber(), places, significant, exact };
}

/**
 * The number that a line of work answers with. Where its last sides only round what stands before them, as in
 * `σ(1.368) = 0.7971 ≈ 0.80`, it is the side with the places that were asked for, or the longest.
 */
export function answeredNumber({ value, read }: ReadAnswer, places: number | undefined): Written {
  if (places === undefined || value.exact || value.places >= places) return value;
  const sides = (read.split('\n').at(-1) ?? '').split(/ [=≈] /).reverse();
  let longest = value;
  for (const side of sides.slice(1)) {
    const reading = readWritten(side);
    if (!reading.ok || !reading.written.value.toDecimalPlaces(Math.max(0, value.places)).eq(value.value)) break;
    if (longest.places < places && reading.written.places > longest.places) longest = reading.written;
  }
  return longest;
}
