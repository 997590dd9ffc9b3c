import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { blocksOf, whole } from './place.ts';

/** All that is written under the number or the heading of a question that is answered in words. */
export function proseOf(slot: Slot, findings: Findings): Candidate[] {
  const own = blocksOf(slot, findings).filter(
    ({ i }) => findings.scopes[i]?.problems.length === 1 && findings.scopes[i]?.by !== 'anywhere',
  );
  const written = own.filter(({ block: { kind } }) => kind === 'prose' || kind === 'math' || kind === 'code');
  const text = written.map(({ block }) => unmarked(block.passage.text).trim()).filter((one) => one !== '');
  const [first] = written;
  return first && text.length > 0
    ? [whole(slot, text.join('\n\n'), first, 'only', 'what stands under its question', findings)]
    : [];
}
