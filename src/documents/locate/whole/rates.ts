import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { gridOf, tabbed } from './grid.ts';
import { blocksOf, takes, whole } from './place.ts';

/** A table with a row or a column of precision and one of recall. */
export function ratesOf(slot: Slot, findings: Findings): Candidate[] {
  return blocksOf(slot, findings).flatMap((one) => {
    if (one.block.kind !== 'table' && one.block.kind !== 'code') return [];
    const grid = gridOf(one.block);
    const heads = [...(grid[0] ?? []), ...grid.map(([first = '']) => first)];
    const isOf = ['prec', 'rec'].every((word) => heads.some((head) => head.toLowerCase().startsWith(word)));
    const text = tabbed(grid.filter((row) => row.some((cell) => cell !== '')));
    return isOf && takes(slot, text) ? [whole(slot, text, one, 'row', 'precision and recall', findings)] : [];
  });
}
