import { unmarked } from '../../passage.ts';
import type { Findings } from '../findings.ts';
import { sentencesOf } from './prose.ts';

const longest = 160;

/** The end of the sentence before that leads to a display, a list or a table; what stands above a list leads to all of it. */
export function leadOf(block: number, { blocks }: Pick<Findings, 'blocks'>): string {
  let at = block - 1;
  if (blocks[block]?.marker !== undefined) while (blocks[at]?.marker !== undefined) at--;
  if (blocks[at]?.kind === 'math' && blocks[block]?.kind === 'prose') at--;
  const before = blocks[at];
  if (before?.kind !== 'prose') return '';
  const text = unmarked(sentencesOf(before.passage).at(-1)?.text ?? '');
  return /[.!?]\s*$/.test(text) ? '' : text.slice(-longest);
}

const furthest = 8;

/** A short line with a colon, "Layer C:", under which others stand up to the next heading. */
export function captionOf(block: number, { blocks }: Pick<Findings, 'blocks'>): string {
  for (let at = block - 1; at >= Math.max(0, block - furthest); at--) {
    const one = blocks[at];
    if (!one || one.kind === 'heading') return '';
    const text = unmarked(one.passage.text).trim();
    if (one.kind === 'prose' && text.length < 60 && /:\s*$/.test(text)) return text;
  }
  return '';
}
