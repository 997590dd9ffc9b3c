import type { NumberReading } from '../../answers/number.ts';
import type { Shown } from '../../derived/agreement.ts';
import { plainText, type Written } from '../../exact/written.ts';

type ReadAnswer = Extract<NumberReading, { kind: 'read' }>;

/** A written number in the form that judging needs: a plain decimal text with the places that were written. */
export function toShown(written: Written): Shown {
  const { value, places, significant, exact } = written;
  return { text: plainText(written), value: value.toNumber(), places, significant, exact };
}

/** The statement that gives the answer. */
export const lastOf = ({ lines }: ReadAnswer) => lines.at(-1)?.statements.at(-1);

/** Its sides. */
export const sidesOf = (reading: ReadAnswer) => lastOf(reading)?.sides ?? [];

/**
 * The number that a line of work answers with. Where its last sides only round what stands before them, as in
 * `σ(1.368) = 0.7971 ≈ 0.80`, it is the side with the places that were asked for, or the longest.
 */
export function answeredNumber(reading: ReadAnswer, places: number | undefined): Written {
  const { value } = reading;
  if (places === undefined || value.exact || value.places >= places) return value;
  let longest = value;
  for (const { written } of sidesOf(reading).slice(0, -1).reverse()) {
    if (!written?.value.toDecimalPlaces(Math.max(0, value.places)).eq(value.value)) break;
    if (longest.places < places && written.places > longest.places) longest = written;
  }
  return longest;
}
