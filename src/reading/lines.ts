import { limits } from '../exact/limits.ts';
import type { Fault } from '../exact/numeral.ts';
import { longest } from '../exact/written.ts';
import type { AnswerValue } from './value.ts';

/** A line of work; one that begins with an equals sign is the rest of the line before it. */
export interface Line {
  readonly text: string;
  /** Where in `text` each line as handed in begins, and at which of its characters. */
  readonly starts: readonly { readonly at: number; readonly line: number; readonly column: number }[];
}

/** Far above any honest answer, and little enough to be worked out at once. */
const most = { lines: limits.lines, characters: 10 * longest };
const feed = /\r\n|\n|\r|\\\\(?:\[[^\]\n]*\])?/g;
const feedBegins = /[\r\n\\]/;
const continues = /^[\s&]*(?:=|≈|\\approx|\\simeq)/;

/** The lines of an answer that are not empty, at least one; or why it has none. */
export function linesOf(value: AnswerValue): readonly Line[] | (Fault & { readonly line: number }) {
  const handedIn = typeof value === 'string' ? [value] : (value ?? []);
  const lines: Line[] = [];
  let characters = 0;
  for (const [line, one] of handedIn.entries()) {
    if (one === null) continue;
    if (typeof one !== 'string') return { reason: 'one number is wanted, not a list of lists', line, at: 0 };
    characters += one.length;
    if (characters > most.characters) return { reason: `longer than ${most.characters} characters`, line, at: 0 };
    for (const { text, column } of split(one)) append(lines, text, line, column);
    if (lines.length > most.lines) return { reason: `more than ${most.lines} lines`, line, at: 0 };
  }
  return lines;
}

function split(text: string): { text: string; column: number }[] {
  if (!feedBegins.test(text)) return text.trim() === '' ? [] : [{ text, column: 0 }];
  let column = 0;
  const parts: { text: string; column: number }[] = [];
  for (const match of text.matchAll(feed)) {
    parts.push({ text: text.slice(column, match.index), column });
    column = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(column), column }].filter((part) => part.text.trim() !== '');
}

function append(lines: Line[], text: string, line: number, column: number): void {
  const before = lines.at(-1);
  if (!before || before.text.length > longest || !continues.test(text))
    lines.push({ text, starts: [{ at: 0, line, column }] });
  else {
    const at = before.text.length + 1;
    lines[lines.length - 1] = { text: `${before.text} ${text}`, starts: [...before.starts, { at, line, column }] };
  }
}
