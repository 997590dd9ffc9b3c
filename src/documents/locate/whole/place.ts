import { kindOf } from '../../../kinds/index.ts';
import type { AnswerValue } from '../../../reading/value.ts';
import type { Block } from '../../document.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate, Evidence } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { covers, wordsOf } from '../words.ts';

/** A block and its number. */
export interface Numbered {
  readonly block: Block;
  readonly i: number;
}

/** The blocks that may answer a problem. */
export const blocksOf = ({ problem }: Slot, { blocks, scopes }: Findings): Numbered[] =>
  blocks.map((block, i) => ({ block, i })).filter(({ i }) => scopes[i]?.problems.includes(problem));

/** Does its kind take this for an answer? */
export function takes({ field, problem: { working } }: Slot, value: AnswerValue): boolean {
  return kindOf(field).read(value, field, { working, numberOf: () => undefined }).kind === 'read';
}

/** Does a text say one of the labels of a slot? */
export const names = ({ phrases }: Slot, text: string): boolean => {
  const words = wordsOf(text);
  return phrases.some((phrase) => covers(phrase, words));
};

const furthest = 3;

/** What is written right above a block and below it, up to a heading: captions, sentences that lead to it. */
export function captionsOf({ i }: Numbered, { blocks }: Findings): string[] {
  const above: string[] = [];
  for (let at = i - 1; at >= Math.max(0, i - furthest); at--) {
    const { kind, passage } = blocks[at] as Block;
    if (kind !== 'prose' && kind !== 'heading') break;
    above.push(unmarked(passage.text).slice(-300));
    if (kind === 'heading') break;
  }
  const below = blocks[i + 1];
  const caption = below?.kind === 'prose' ? unmarked(below.passage.text).trim() : '';
  return [...(/^(?:figure|fig\.?|table|tab\.?)\s*\d/i.test(caption) ? [caption.slice(0, 300)] : []), ...above];
}

/** An answer that is a whole block, or several. */
export function whole(
  slot: Slot,
  value: string | readonly string[],
  { block, i }: Numbered,
  by: Evidence,
  label: string,
  { scopes, statements }: Findings,
): Candidate {
  const lines = typeof value === 'string' ? undefined : value;
  return {
    slot,
    text: typeof value === 'string' ? value : value.join('\n'),
    ...(lines && { lines }),
    source: block.source,
    at: block.passage.at[0] ?? 0,
    by,
    label,
    scope: scopes[i]?.by ?? 'anywhere',
    order: statements.findIndex((statement) => statement.block === i),
    block: i,
    shown: false,
    printed: false,
  };
}
