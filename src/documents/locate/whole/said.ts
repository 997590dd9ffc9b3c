import type { TableField } from '../../../working/field.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { saidIn } from '../said.ts';
import { tabbed } from './grid.ts';
import { blocksOf, takes, whole } from './place.ts';
import { columnOf } from './tables.ts';

/** A table of one row that a sentence says: "15000 for training, 1000 for validation and 2724 for testing". */
export function saidRowsOf(slot: Slot, { columns }: TableField, findings: Findings): Candidate[] {
  return blocksOf(slot, findings).flatMap((one) => {
    if (one.block.kind !== 'prose') return [];
    const said = saidIn(one.block.passage).flatMap(({ label, side }) => {
      const column = columnOf(label, columns);
      return column ? [[column.name, unmarked(side.text).trim()] as const] : [];
    });
    if (said.length !== columns.length || new Set(said.map(([name]) => name)).size !== columns.length) return [];
    const cells = new Map(said);
    const text = tabbed([columns.map(({ name }) => name), columns.map(({ name }) => cells.get(name) ?? '')]);
    return takes(slot, text) ? [whole(slot, text, one, 'sentence', slot.name, findings)] : [];
  });
}
