import { readMatrices } from '../../../kinds/index.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import { type Findings, openSlots } from '../findings.ts';
import { bySymbol } from '../labels.ts';
import { clean } from '../shape.ts';
import { takes, whole } from '../whole/place.ts';
import { leadOf } from './lead.ts';
import { clearest, type Said } from './score.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Numbers that stand together, and what is said of them. */
interface Group extends Said {
  readonly text: string;
  readonly block: number;
}

/** Arrays by the symbol or the words before them: `p = [0.1, 0.2, 0.7]`, a row of a table, a matrix behind a colon. */
export function arraysIn(findings: Findings, vocabularyAt: (block: number) => Vocabulary): Candidate[] {
  const open = new Set(openSlots(findings));
  return findings.blocks.flatMap((_, block) =>
    groupsIn(block, findings).flatMap((group) => {
      const vocabulary = vocabularyAt(block);
      const slots = [...vocabulary.phrases.keys()];
      const slot = bySign(group, slots) ?? clearest(group, vocabulary)?.slot;
      const isFit = slot && open.has(slot) && sizeOf(slot) === countIn(group.text) && takes(slot, group.text);
      return isFit
        ? [
            whole(
              slot,
              group.text,
              { block: findings.blocks[block] as Findings['blocks'][number], i: block },
              'meaning',
              group.label,
              findings,
            ),
          ]
        : [];
    }),
  );
}

/** By the symbol before an equals sign, the first of them. */
function bySign({ label }: Group, slots: readonly Slot[]): Slot | undefined {
  for (const part of label.split(/=|:\s|≈/).map((one) => one.trim())) {
    const found = part === '' ? undefined : bySymbol({ lead: { text: part, at: [] }, relation: '', sides: [] }, slots);
    if (found) return found.slots.length === 1 ? found.slots[0] : undefined;
  }
  return undefined;
}

const sizeOf = ({ field }: Slot): number => (field.kind === 'cells' ? field.matrices.flat(2).length : 0);

function countIn(text: string): number {
  const found = readMatrices(text);
  return found.ok ? found.matrices.flat(2).length : 0;
}

const numeral = /^[-−+]?\s?\.?\d[\d.,{}]*$/;
const sum = /^(?:sum|total|Σ|∑|\\sum|summe)$/i;

function groupsIn(block: number, findings: Findings): Group[] {
  const { kind, rows, passage } = findings.blocks[block] as Findings['blocks'][number];
  if (kind === 'heading' || kind === 'answer' || kind === 'problem') return [];
  const lead = leadOf(block, findings);
  if (rows)
    return inTable(
      rows.map((row) => row.map(({ text }) => unmarked(text).trim())),
      lead,
      block,
    );
  const text = unmarked(passage.text);
  let from = 0;
  return spansIn(text).map(([start, end]): Group => {
    const before =
      text
        .slice(from, start)
        .split(/[.;!?]\s|\n\s*\n/)
        .at(-1) ?? '';
    const isBare = !/\p{L}/u.test(before);
    const group = {
      text: clean(text.slice(start, end)),
      block,
      label: isBare && from === 0 ? lead : before,
      around: isBare ? [] : [lead],
    };
    from = end;
    return group;
  });
}

function inTable(grid: readonly (readonly string[])[], lead: string, block: number): Group[] {
  const [head = []] = grid;
  const drop = head.findLastIndex((cell) => sum.test(cell));
  const filled = grid.filter((row) => row.some((cell) => cell !== ''));
  if (filled.length > 0 && filled.flat().every((cell) => numeral.test(cell)))
    return [{ text: rowsText(filled), block, label: lead, around: [] }];
  return grid.flatMap(([label = '', ...cells]): Group[] => {
    const own = cells.filter((cell, i) => i + 1 !== drop && cell !== '');
    const isVector = own.length > 1 && own.every((cell) => numeral.test(cell)) && /\p{L}/u.test(label);
    return isVector ? [{ text: `[${own.join(', ')}]`, block, label, around: [lead] }] : [];
  });
}

const rowsText = (rows: readonly (readonly string[])[]): string =>
  `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;

/** Where arrays begin and end in a text. */
function spansIn(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const found of text.matchAll(/\\begin\{[a-zA-Z]?matrix\*?\}/g)) {
    const end = text.indexOf('\\end{', found.index);
    const close = end < 0 ? -1 : text.indexOf('}', end);
    if (close > 0) spans.push([found.index, close + 1]);
  }
  if (spans.length > 0) return spans;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c !== '[' && c !== '(') continue;
    const end = closing(text, i);
    if (end < 0) continue;
    const inner = text.slice(i, end + 1);
    if (
      /^[[(\]),\s\d.eE+−\\-]+$/.test(inner) &&
      (inner.match(/\d[\d.]*/g) ?? []).length > 1 &&
      (c === '[' || /,/.test(inner))
    ) {
      spans.push([i, end + 1]);
      i = end;
    }
  }
  return spans;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(text.length, from + 2_000); i++) {
    if ('[('.includes(text[i] ?? '')) depth++;
    else if ('])'.includes(text[i] ?? '') && --depth === 0) return i;
  }
  return -1;
}
