import type { Column, TableField } from '../../../working/field.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { wordsOf } from '../words.ts';
import { gridOf, tabbed } from './grid.ts';
import { blocksOf, takes, whole } from './place.ts';

/** A table that has the columns asked for, by their heads. */
export function tablesOf(slot: Slot, { columns }: TableField, findings: Findings): Candidate[] {
  return blocksOf(slot, findings).flatMap((one) => {
    if (one.block.kind !== 'table') return [];
    const [head = [], ...rows] = gridOf(one.block);
    const order = head.map((cell) => columnOf(cell, columns));
    const met = new Set(order.filter((column) => column !== undefined));
    if (met.size < Math.max(2, Math.ceil(columns.length / 2)) || rows.length === 0) return [];
    const text = tabbed([head.map((cell, i) => order[i]?.name ?? cell), ...rows]);
    return takes(slot, text) ? [whole(slot, text, one, 'row', slot.name, findings)] : [];
  });
}

/** The column that a text names. */
export function columnOf(text: string, columns: readonly Column[]): Column | undefined {
  const words = wordsOf(text.replace(/\([^()]*\)/g, ' ')).join(' ');
  return columns.find(({ name, headings = [] }) => [name, ...headings].some((one) => wordsOf(one).join(' ') === words));
}
