import type { Block } from '../document.ts';
import { type Passage, unmarked } from '../passage.ts';

const noun = /^(?:question|problem|exercise|task|aufgabe|frage|prob\.?|ex\.?|q\.?)(?:\s*(?:no\.?|nr\.?|number|#))?$/i;
const lowest = 6;

/** Tables with a column that says of which question each row is, as a heading and a table for each question. */
export const questionTables = (blocks: readonly Block[]): Block[] => blocks.flatMap(parted);

function parted(block: Block): Block[] {
  const [head, ...rows] = block.rows ?? [];
  const column = block.kind === 'table' && head ? head.findIndex(({ text }) => noun.test(unmarked(text).trim())) : -1;
  if (!head || column < 0 || head.length < 3 || rows.length === 0) return [block];
  const runs: { readonly of: Passage; readonly rows: (readonly Passage[])[] }[] = [];
  for (const row of rows) {
    const of = row[column];
    const last = runs.at(-1);
    const isSame = of === undefined || of.text.trim() === '' || of.text.trim() === last?.of.text.trim();
    if (last && isSame) last.rows.push(row);
    else if (of) runs.push({ of, rows: [row] });
  }
  const without = (row: readonly Passage[]): Passage[] => row.filter((_, i) => i !== column);
  const made = runs.flatMap(({ of, rows: own }): Block[] => [
    heading(block, named(of)),
    { ...block, rows: [without(head), ...own.map(without)] },
  ]);
  return [...made, heading(block, behind(block))];
}

const heading = ({ source }: Block, passage: Passage): Block => ({ kind: 'heading', level: lowest, passage, source });

/** `3`, `Q3` and `3 (b)` are numbers of questions, as a heading without a noun; another text names one by its words. */
function named({ text, at }: Passage): Passage {
  const said = unmarked(text)
    .trim()
    .replace(/^[QP](?=\d)/i, '');
  return { text: said, at: Array.from(said, () => at[0] ?? 0) };
}

/** What stands behind such a table belongs to none of its questions. */
const behind = ({ passage }: Block): Passage => ({
  text: 'Part 0',
  at: Array.from('Part 0', () => passage.at.at(-1) ?? 0),
});
