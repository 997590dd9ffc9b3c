import type { Shown } from '../../exact/agreement.ts';
import { plainText, type Written } from '../../exact/written.ts';
import type { NumberReading } from '../../reading/number.ts';

type ReadAnswer = Extract<NumberReading, { kind: 'read' }>;

/** A written number in the form that judging needs: a plain decimal text with the places that were written. */
export function toShown(written: Written): Shown {
  const { value, places, significant, exact } = written;
  return { text: plainText(written), value: value.toNumber(), places, significant, exact };
}

/** A whole number where a count is asked for: what it says is its value, whether written `60000`, `60k` or `6e4`. */
export function toCount(written: Written): Shown {
  const { value, integer } = written;
  if (!integer || value.e > 15) return toShown(written);
  const text = value.toFixed(0);
  return { text, value: value.toNumber(), places: 0, significant: value.isZero() ? 0 : value.e + 1, exact: true };
}

/** The statement that gives the answer. */
export const lastOf = ({ lines }: ReadAnswer) => lines.at(-1)?.statements.at(-1);

/** Its sides. */
export const sidesOf = (reading: ReadAnswer) => lastOf(reading)?.sides ?? [];
