import { readCells } from '../../../reading/cells.ts';
import type { Block } from '../../document.ts';
import { unmarked } from '../../passage.ts';

/** The cells of a block that is a table, a matrix or rows of text: nothing for any other. */
export function gridOf({ kind, passage, rows }: Block): readonly (readonly string[])[] {
  if (rows) return rows.map((row) => row.map(({ text }) => unmarked(text).trim()));
  if (kind === 'heading' || kind === 'answer' || kind === 'problem') return [];
  const text = unmarked(passage.text).trim();
  const bracket = kind === 'math' ? /\\begin\{/.exec(text)?.index : undefined;
  const reading = readCells(bracket === undefined ? text : withoutTail(text.slice(bracket)));
  return reading.ok ? reading.rows : [];
}

/** Without what stands after the last `\\end{…}`. */
function withoutTail(text: string): string {
  const at = text.lastIndexOf('\\');
  const [end = ''] = /^\\end\{\w{1,12}\}/.exec(text.slice(at)) ?? [];
  return end === '' ? text : text.slice(0, at + end.length);
}

/** Rows under each other, their cells parted by tabs. */
export const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');
