import { readMatrices } from '../../../kinds/index.ts';
import type { CellsField } from '../../../working/field.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { bySymbol, byWords } from '../labels.ts';
import { partIn } from '../questions.ts';
import { clean } from '../shape.ts';
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
  const stated = statedCells(slot, findings);
  if (stated.length > 0) return stated;
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

/** `p = [0.1, 0.2, 0.7]`: an array behind its name, as all that is said of it. */
function statedCells(slot: Slot, findings: Findings): Candidate[] {
  const own = blocksOf(slot, findings);
  const others = findings.slots.filter(({ problem, field: { kind } }) => problem === slot.problem && kind === 'cells');
  return findings.statements.flatMap((statement) => {
    const here = own.find(({ i }) => i === statement.block);
    if (!here || statement.relation === 'row' || statement.relation === '') return [];
    const labelled = bySymbol(statement, others) ?? byWords(statement.lead.text, others);
    const side = statement.sides.at(-1);
    if (!side || labelled?.slots.length !== 1 || labelled.slots[0] !== slot || labelled.how === 'within') return [];
    const text = clean(side.text);
    if (!isArray.test(text) || !takes(slot, text)) return [];
    return [{ ...whole(slot, text, here, 'symbol', labelled.label, findings), at: side.at[0] ?? 0 }];
  });
}

const isArray = /^(?:\[|\(|\\(?:left\s*[[(]|begin\{))/;

/** Do the words say this slot and no other? */
function isCalled(slot: Slot, others: readonly Slot[], text: string): boolean {
  const words = new Set(wordsOf(text));
  const says = (one: Slot): boolean => one.phrases.some((phrase) => phrase.every((word) => words.has(word)));
  return others.filter(says).length === 1 && says(slot);
}

/** Nothing, or the number of an image: "Image 2:". */
const numbering = /^[\s(]*(?:(?:\p{L}{1,12}\s?)?\(?\d{1,2}[):.=\s]*)?$/u;

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
    const isNumbered = numbering.test(lead);
    const bare = isNumbered ? text.slice(lead.length) : text;
    if (before && last === one.i - 1 && isNumbered)
      runs[runs.length - 1] = { ...before, text: `${before.text}, ${bare}` };
    else runs.push({ first: one, text: bare.trim(), part, above: `${above} ${lead}` });
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
