import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { bySymbol } from '../labels.ts';
import { blocksOf, whole } from './place.ts';

const fewest = 2;

/** A chain of equal sides that begins with what is derived: each side is a line of the derivation. */
export function derivationsOf(slot: Slot, findings: Findings): Candidate[] {
  const own = blocksOf(slot, findings);
  return findings.statements.flatMap((statement) => {
    const here = own.find(({ i }) => i === statement.block);
    if (!here || statement.relation !== '=' || !bySymbol(statement, [slot])) return [];
    const lines = statement.sides
      .map(({ text }) => unmarked(text).replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '');
    if (lines.length < fewest) return [];
    const at = statement.sides[0]?.at[0] ?? here.block.passage.at[0] ?? 0;
    return [{ ...whole(slot, lines, here, 'symbol', slot.name, findings), at }];
  });
}
