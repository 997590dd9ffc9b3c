import type { Shown } from '../derived/agreement.ts';
import type { Written } from '../exact/written.ts';

/** A written number in the form that judging needs: a plain decimal text with the places that were written. */
export function toShown({ value, places, significant, exact }: Written): Shown {
  const text = places >= 0 && places <= 30 ? value.toFixed(places) : value.toFixed();
  return { text, value: value.toNumber(), places, significant, exact };
}
