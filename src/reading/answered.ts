import type { Written } from '../exact/written.ts';
import { askedOf, type NumberContext } from './names.ts';
import { lies, type Side } from './shown.ts';

/**
 * The number that a line answers with, where its last sides only round what stands before them, as in
 * `σ(1.368) = 0.7971 ≈ 0.80` and `61706 ≈ 61.7k`: the side with the places that were asked for, or with the most.
 */
export function answered(value: Written, sides: readonly Side[], context: NumberContext): Written {
  const places = context.places ?? (askedOf(context) === 'count' ? 0 : undefined);
  if (places === undefined || value.exact || value.places >= places) return value;
  let longest = value;
  for (const { written } of sides.slice(0, -1).reverse()) {
    if (!written || !lies(written.value, value)) break;
    if (longest.places < places && written.places > longest.places) longest = written;
  }
  return longest;
}
