import { match } from './numeral.ts';

/** A stretch of a text: from a position up to another. */
export type Stretch = readonly [from: number, to: number];

const blank = /[\s\0]/;
/** Quotation marks and the marks of Markdown; the longer before the shorter. */
const marks = ['**', '__', '```', '`', '"', '“”', "'", "‘'", '*', '_'];
const printed = /(?:(?:np|numpy|torch|tf)\.)?(?:float(?:16|32|64)?|double|[tT]ensor|array|Decimal)[\s\0]*(?=\()/y;
const printedWhole = /(?:(?:np|numpy)\.)?int(?:32|64)?[\s\0]*(?=\([+-]?\d+\))/y;
const details = /,[\s\0]*(?:dtype|device|grad_fn|requires_grad|shape)[\s\0]*=/;

/** Takes away blanks, round or curly brackets, quotation marks and `**` that enclose all of it. */
export function unenclosed(text: string, start: number, end: number): Stretch {
  let inside: Stretch = [skip(text, start), trimmed(text, end, start)];
  for (;;) {
    const [from, to] = inside;
    const width = bracketed(text, from, to) ? 1 : quoted(text, from, to);
    if (width === 0) return inside;
    inside = [skip(text, from + width), trimmed(text, to - width, from + width)];
  }
}

/** One number in a list of one: `[0.7971]`, `[[0.7971]]`. */
export function unlisted(text: string, [from, to]: Stretch): Stretch {
  if (text[from] !== '[' || text[to - 1] !== ']' || closing(text, from) !== to - 1) return [from, to];
  return unlisted(text, [skip(text, from + 1), trimmed(text, to - 1, from + 1)]);
}

function bracketed(text: string, from: number, to: number): boolean {
  const pair = `${text[from]}${text[to - 1]}`;
  return (pair === '()' || pair === '{}') && closing(text, from) === to - 1;
}

/** How wide the marks around it are: 0 where there are none, or where the same ones stand inside as well. */
function quoted(text: string, from: number, to: number): number {
  for (const mark of marks) {
    const [open, close] = mark === '“”' || mark === "‘'" ? [mark.slice(0, 1), mark.slice(1)] : [mark, mark];
    if (to - from <= 2 * open.length || !text.startsWith(open, from) || !text.endsWith(close, to)) continue;
    const inside = text.slice(from + open.length, to - close.length);
    return inside.includes(open) || inside.includes(close) ? 0 : open.length;
  }
  return 0;
}

/** What a program prints around a number, as `np.float64(0.7971)`: the word, and what it encloses. */
export function uncalled(
  text: string,
  [from, to]: Stretch,
): { readonly word: string; readonly inside: Stretch } | undefined {
  const word = (match(printed, text, from) ?? match(printedWhole, text, from))?.[0];
  if (word === undefined || text[to - 1] !== ')' || closing(text, from + word.length) !== to - 1) return undefined;
  const inner = text.slice(from, to);
  const flat = Math.max(...[...'[]{}'].map((bracket) => inner.lastIndexOf(bracket))) + 1;
  const more = details.exec(inner.slice(flat));
  const end = more ? from + flat + more.index : to - 1;
  const [start, stop] = unenclosed(text, from + word.length + 1, end);
  return { word, inside: unlisted(text, [start, stop]) };
}

export function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && blank.test(text[at] ?? '')) at++;
  return at;
}

export function trimmed(text: string, to: number, from: number): number {
  let at = to;
  while (at > from && blank.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Where the bracket that opens at `from` closes; -1 if it does not. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if ('({['.includes(text[at] ?? '')) depth++;
    else if (')}]'.includes(text[at] ?? '') && --depth === 0) return at;
  }
  return -1;
}
