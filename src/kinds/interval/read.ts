import { fold } from '../../exact/characters.ts';
import { readWritten } from '../../exact/written.ts';
import { endsOfRelations } from './relations.ts';

/** An interval as it was written; an end that the text does not settle is undefined. */
export interface ReadInterval {
  readonly low: string;
  readonly high: string;
  readonly lowClosed: boolean | undefined;
  readonly highClosed: boolean | undefined;
}

const infinite = /^([+-]?)\s*(?:∞|\\infty|inf(?:inity)?)$/i;
const everything = /^(?:ℝ|\\mathbb ?\{? ?R ?\}?|all real numbers)\.?$/;
const longest = 200;

/**
 * Reads `(-1, 1)`, `]-1, 1[`, `[0; 1]`, `-1 < y ≤ 1`, `between -1 and 1 exclusive`. Undefined where it is none of these or
 * an end is no number.
 */
export function readInterval(given: string): ReadInterval | undefined {
  if (given.length > longest) return undefined;
  const text = fold(given)
    .replace(/^[^∈]{0,40}(?:∈|\\in(?![a-z]))/, ' ')
    .replace(/\\(?:left|right|,|;)|\$/g, ' ')
    .trim();
  return everything.test(text)
    ? ends('-inf', 'inf', false, false)
    : (bracketed(text) ?? chained(text) ?? inWords(text));
}

/** `(a, b)` in any of the brackets, with something such as `y ∈` before it. */
function bracketed(text: string): ReadInterval | undefined {
  const open = text.search(/[([\]]/);
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  const inside = text.slice(open + 1, end - 1);
  if (open < 0 || !/[)\][]/.test(text[end - 1] ?? '') || /[()[\]]/.test(inside)) return undefined;
  const [low, high, more] = inside.split(inside.includes(';') ? ';' : ',');
  if (more !== undefined) return undefined;
  return ends(low, high, text[open] === '[', text[end - 1] === ']');
}

/** `a < y ≤ b`, `y ≥ 0`, `{y : |y| < 1}`. A side of which nothing is said goes on for ever. */
function chained(text: string): ReadInterval | undefined {
  const set = /^\\?\{[^:|]{0,20}(?::|\||\\mid)([^:]*?)\\?\}$/.exec(text)?.[1];
  const found = endsOfRelations(set ?? text, endOf);
  if (!found) return undefined;
  const { low = { at: '-inf', closed: false }, high = { at: 'inf', closed: false } } = found;
  return { low: low.at, high: high.at, lowClosed: low.closed, highClosed: high.closed };
}

/** `between a and b, exclusive`. */
function inWords(text: string): ReadInterval | undefined {
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => /^(?:between|from)$/i.test(word));
  if (at < 0 || !/^(?:and|to)$/i.test(words[at + 2] ?? '')) return undefined;
  const rest = words
    .slice(at + 4)
    .join(' ')
    .toLowerCase();
  const open = /exclusive|excluded|not included/.test(rest);
  const closed = !open && /inclusive|included/.test(rest);
  const said = open || closed ? closed : undefined;
  return ends(words[at + 1], words[at + 3]?.replace(/[,.]$/, ''), said, said);
}

function ends(
  low: string | undefined,
  high: string | undefined,
  lowClosed: boolean | undefined,
  highClosed: boolean | undefined,
): ReadInterval | undefined {
  const [from, to] = [endOf(low ?? ''), endOf(high ?? '')];
  return from === undefined || to === undefined ? undefined : { low: from, high: to, lowClosed, highClosed };
}

function endOf(text: string): string | undefined {
  const far = infinite.exec(text.trim());
  if (far) return far[1] === '-' ? '-inf' : 'inf';
  const reading = readWritten(text);
  return reading.ok ? reading.written.value.toString() : undefined;
}
