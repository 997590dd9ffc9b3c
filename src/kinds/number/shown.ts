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
