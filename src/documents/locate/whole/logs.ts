import { readLog } from '../../../kinds/index.ts';
import type { LogField } from '../../../working/field.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { blocksOf, type Numbered, whole } from './place.ts';

const fewest = 3;

/** Lines of a log, over as many blocks as they were pasted in; two logs apart from each other are asked for. */
export function logsOf(slot: Slot, { columns }: LogField, findings: Findings): Candidate[] {
  const runs: { first: Numbered; last: number; text: string }[] = [];
  for (const one of blocksOf(slot, findings)) {
    const text = unmarked(one.block.passage.text).trim();
    if (!isLog(text, one.block.kind, columns)) continue;
    const before = runs.at(-1);
    if (before && one.i - before.last <= 1) Object.assign(before, { last: one.i, text: `${before.text}\n${text}` });
    else runs.push({ first: one, last: one.i, text });
  }
  const long = runs.filter(({ text }) => readLog(text.split('\n'), columns).rows.length >= fewest);
  return long.map(({ first, text }) => whole(slot, text, first, 'sentence', 'lines of a log', findings));
}

/** More lines with a number of a column than others. */
function isLog(text: string, kind: string, columns: LogField['columns']): boolean {
  if (kind !== 'code' && kind !== 'prose' && kind !== 'table') return false;
  const { rows, unread } = readLog(text.split('\n'), columns);
  return rows.length >= Math.max(1, unread.length) && (kind === 'code' || rows.length >= fewest);
}
