import { listOf } from '../../../kinds/index.ts';
import type { ChoiceField } from '../../../working/field.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { covers, wordsOf } from '../words.ts';
import { gridsIn } from './matrix.ts';
import { whole } from './place.ts';

/** What the rows of a matrix are, by the names of its axes: "True Class" before the rows, "Predicted Class" under the columns. */
export function axesOf(slot: Slot, { options }: ChoiceField, findings: Findings): Candidate[] {
  const { working } = slot.problem;
  const matrix = working.fields?.find((field) => field.kind === 'matrix' && field.rowsAre === slot.name);
  if (matrix?.kind !== 'matrix') return [];
  const n = listOf(matrix.labels, working).length;
  const optionIn = (text: string): string[] =>
    Object.keys(options).filter((name) => covers(wordsOf(name), wordsOf(text)));
  return gridsIn(slot, n, findings).flatMap(({ first, grid }) => {
    const beside = grid.flatMap((row) => (row.filter((cell) => /^\d+$/.test(cell)).length >= n ? row.slice(0, 1) : []));
    const across = grid.filter((row) => row.every((cell) => !/^\d+$/.test(cell))).flat();
    const rows = beside.filter((cell) => optionIn(cell).length === 1);
    const columns = across.filter((cell) => optionIn(cell).length === 1);
    const [own] = rows;
    const isSure =
      own !== undefined && rows.length === 1 && columns.every((cell) => optionIn(cell)[0] !== optionIn(own)[0]);
    return isSure ? [whole(slot, own, first, 'row', 'the name of the axis', findings)] : [];
  });
}
