import { readMatrices } from '../../../kinds/index.ts';
import type { CellsField } from '../../../working/field.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { partIn } from '../questions.ts';
import { wordsOf } from '../words.ts';
import { blocksOf, type Numbered, takes, whole } from './place.ts';

interface Run {
  readonly first: Numbered;
  readonly text: string;
  readonly part: string | undefined;
  readonly above: string;
}

/** Matrices of the sizes asked for: by the words above them, or by the parts of the question where each has one. */
export function cellsOf(slot: Slot, field: CellsField, findings: Findings): Candidate[] {
  const runs = runsOf(slot, findings).filter(({ text }) => isOfSize(text, field) && takes(slot, text));
  const others = findings.slots.filter(({ problem, field: { kind } }) => problem === slot.problem && kind === 'cells');
  const called = runs.filter(({ above }) => isCalled(slot, others, above));
  if (called.length > 0) return called.map(({ text, first }) => whole(slot, text, first, 'words', slot.name, findings));
  const parts = new Set(runs.map(({ part }) => part));
  const inOrder = runs.length === others.length && parts.size === runs.length && !parts.has(undefined);
  const own = runs[others.indexOf(slot)];
  if (!inOrder || !own || runs.some(({ above }) => others.some((other) => isCalled(other, others, above)))) return [];
  return [whole(slot, own.text, own.first, 'only', `part ${own.part} of the question`, findings)];
}

/** Do the words say this slot and no other? */
function isCalled(slot: Slot, others: readonly Slot[], text: string): boolean {
  const words = new Set(wordsOf(text));
  const says = (one: Slot): boolean => one.phrases.some((phrase) => phrase.every((word) => words.has(word)));
  return others.filter(says).length === 1 && says(slot);
}

/** Matrices that stand one behind the other, with what was written since the ones before. */
function runsOf(slot: Slot, findings: Findings): Run[] {
  const runs: Run[] = [];
  let [above, part]: [string, string | undefined] = ['', undefined];
  let last = -2;
  for (const one of blocksOf(slot, findings)) {
    const text = unmarked(one.block.passage.text);
    const here = partIn(text, one.block.marker);
    if (here !== undefined) part = here;
    if (!/\\begin\{[a-zA-Z]?matrix|\[\s*\[|\\begin\{array/.test(text)) {
      above = one.block.kind === 'heading' || here !== undefined ? text : `${above} ${text}`.slice(-300);
      continue;
    }
    const before = runs.at(-1);
    const lead = text.slice(0, text.search(/\\begin\{|\[\s*\[/));
    if (before && last === one.i - 1 && lead.trim() === '')
      runs[runs.length - 1] = { ...before, text: `${before.text}, ${text}` };
    else runs.push({ first: one, text: text.trim(), part, above: `${above} ${lead}` });
    [last, above] = [one.i, ''];
  }
  return runs;
}

function isOfSize(text: string, { matrices }: CellsField): boolean {
  const found = readMatrices(text);
  return (
    found.ok &&
    found.matrices.length === matrices.length &&
    found.matrices.every((matrix, k) => matrix.every((row, i) => row.length === matrices[k]?.[i]?.length))
  );
}
