import { match } from './numeral.ts';
import { unitStart } from './units.ts';

/** What is left of a text without what stands around a number. */
export interface Bare {
  readonly from: number;
  readonly to: number;
  /** A sign or word said that the number is rounded. */
  readonly approximate: boolean;
  /** The words of the trailing unit. */
  readonly unit: readonly string[];
}

const lead = /[=≈~]|\\(?:approx|simeq|cong|sim)(?![a-zA-Z])|(?:approx\.|approximately|approx|about)(?!\p{L})/iuy;
const blank = /[\s\0]/;

/** Leaves out a leading `=`, `≈` or `about`, a trailing unit or comma, and brackets around all of it. */
export function bare(text: string): Bare {
  let from = skip(text, 0);
  let approximate = false;
  for (let sign = match(lead, text, from); sign; sign = match(lead, text, from)) {
    approximate ||= sign[0] !== '=';
    from = skip(text, from + sign[0].length);
  }
  const [inner, to] = withoutBrackets(text, from, endOf(text, from));
  const unit = unitStart(text, withoutStop(text, to));
  if (unit >= withoutStop(text, to) || unit <= inner) return { from: inner, to, approximate, unit: [] };
  const rest = withoutBrackets(text, inner, trimmed(text, unit, inner));
  return { from: rest[0], to: rest[1], approximate, unit: words(text.slice(unit, withoutStop(text, to))) };
}

const words = (text: string): string[] => text.replace(/\0/g, '').trim().split(/\s+/);

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && blank.test(text[at] ?? '')) at++;
  return at;
}

function trimmed(text: string, to: number, from: number): number {
  let at = to;
  while (at > from && blank.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Where the text ends without the punctuation of the sentence it stands in. */
export function endOf(text: string, from: number): number {
  const to = trimmed(text, text.length, from);
  const stops = /(?:[,;]|[\d\s\0)}]\.)$/.test(text.slice(Math.max(to - 2, from), to));
  return stops ? trimmed(text, to - 1, from) : to;
}

const withoutStop = (text: string, to: number): number => (text[to - 1] === '.' ? to - 1 : to);

/** Takes away round or curly brackets that enclose all of it. */
export function withoutBrackets(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while ((text[from] === '(' && text[to - 1] === ')') || (text[from] === '{' && text[to - 1] === '}')) {
    if (closing(text, from) !== to - 1) break;
    from = skip(text, from + 1);
    to = trimmed(text, to - 1, from);
  }
  return [from, to];
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
