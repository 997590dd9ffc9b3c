import type { Rounding } from '../exact/rounding.ts';

/** The stated rounding as a sentence. */
export function roundingText(rounding: Rounding): string {
  if ('exact' in rounding) return 'Exact values are asked for.';
  if ('unstated' in rounding) return 'The question does not say how to round.';
  if ('significant' in rounding) return `Numbers are rounded to ${rounding.significant} significant digits.`;
  const { places, when } = rounding;
  return when === 'every-step'
    ? `Every step is rounded to ${places} decimal places.`
    : `Only the answers are rounded, to ${places} decimal places.`;
}
