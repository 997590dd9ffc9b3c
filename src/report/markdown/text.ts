import { piecesOf } from '../text/sentence.ts';
import { cut, visible } from '../text/visible.ts';

const shown = 240;

/** Text as Markdown: nothing in it is markup, not even HTML. */
export const escapeText = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>|#~&]/g, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replaceAll('\n', ' ');

/** Text as it was written, in one line; a fence is longer than any run of back-ticks in the text. */
export function codeText(text: string): string {
  const line = cut(visible(text).replaceAll('\n', ' ⏎ '), shown);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line === '' ? '' : `${fence}${space}${line}${space}${fence}`;
}

/** A sentence, its formulas as code. */
export const sentenceText = (sentence: string): string =>
  piecesOf(sentence)
    .map(({ kind, text }) => (kind === 'formula' ? codeText(text) : escapeText(text)))
    .join('');

/** A cell of a table, in which a bar must be escaped even within code. */
export const cell = (markdown: string): string => markdown.replace(/(?<!\\)\|/g, '\\|');

/** A row of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** The paragraph as a quotation. */
export const quoted = (lines: readonly string[]): string =>
  lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
