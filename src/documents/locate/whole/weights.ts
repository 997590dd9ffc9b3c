import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { blocksOf, takes, whole } from './place.ts';

const named = /(?<![\p{L}\d])[Ww]_?\{?[([]?1[)\]]?\}?\s*[=:]/u;

/** The weights and biases of every layer by their names, in one block or in several one behind the other. */
export function weightsOf(slot: Slot, findings: Findings): Candidate[] {
  const own = blocksOf(slot, findings);
  return own.flatMap((one, k) => {
    if (!named.test(unmarked(one.block.passage.text))) return [];
    for (let to = k + 1; to <= Math.min(own.length, k + 8); to++) {
      const text = own
        .slice(k, to)
        .map(({ block }) => unmarked(block.passage.text).trim())
        .join('; ');
      const from = text.search(named);
      if (takes(slot, text.slice(from))) return [whole(slot, text.slice(from), one, 'symbol', 'W1', findings)];
    }
    return [];
  });
}
