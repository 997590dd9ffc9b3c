import { match } from '../exact/numeral.ts';
import { isUnit } from '../exact/units.ts';
import { isProduct } from './label.ts';
import { findName, isOwn, type NumberContext, namePattern, plainName, wordsIn } from './names.ts';
import { isFunctionWord } from './words.ts';

/** Words before the number of a line: "The weighted sum is", "Total parameters:". */
export interface Prose {
  /** Where what follows it begins. */
  readonly end: number;
  /** Why what follows may be another quantity; undefined where it is the answer. */
  readonly fault?: string;
  /** Why it may be, where that is less likely. */
  readonly doubt?: string;
}

/** Words that make what follows another number, or two. */
const turning = new Set(
  `not no non without excluding except excl more less fewer greater smaller larger than least most nearly almost over under
  above below between from before or vs versus minus negative half twice double triple times per each every error wrong
  instead if unless ignoring only to until previously old was were`.split(/\s+/),
);
/** The same of a share. */
const elsewhere = new Set('train training trained validation val dev loss error err baseline chance'.split(' '));
const verb =
  /^(?:is|are|equals?|has|have|get|gets|gives?|obtain|makes?|becomes?|yields?|so|thus|hence|then|therefore|total|altogether|exactly|of)$/i;
const between = /[\s\0,#]+/y;
const about = /(?:approx\.|approximately|approx|about|roughly)(?!\p{L})/iuy;
const most = 14;

/**
 * The words that a text (a `plain` one) begins with, up to a colon, a verb or the end; undefined where it begins with no
 * words. They say nothing where they name the field, or no other value of the problem and nothing that turns the meaning.
 */
export function proseIn(text: string, context: NumberContext): Prose | undefined {
  const words: string[] = [];
  let at = match(between, text, 0)?.[0].length ?? 0;
  for (let found = match(namePattern, text, at); found; found = match(namePattern, text, at)) {
    const word = plainName(found[0]);
    if (words.length === most || text[at] === '\\' || isFunctionWord(word)) return undefined;
    if (match(about, text, at)) break;
    words.push(word);
    at += found[0].length;
    at += match(between, text, at)?.[0].length ?? (text[at] === '-' && /\p{L}/u.test(text[at + 1] ?? '') ? 1 : 0);
  }
  const last = words.at(-1);
  if (last === undefined || isProduct(words.join(' '), context)) return undefined;
  const colon = text[at] === ':' && text[at + 1] !== '=';
  const end = colon ? at + 1 : at;
  if (!colon && end < text.length && !verb.test(last)) return undefined;
  const doubt = doubtOf(words, context);
  const fault = faultOf(
    words.filter((word) => word !== doubt),
    context,
  );
  return { end, ...(fault && { fault }), ...(doubt && { doubt: `"${doubt}" may name another value` }) };
}

/** Does a word of a label make it another quantity than the answer? */
export const turns = (word: string, context: NumberContext): boolean =>
  turning.has(word) || (context.asks === 'share' && elsewhere.has(word));

/** `total trainable parameters`: the name of another value that here goes with what is counted. */
const doubtOf = (words: readonly string[], context: NumberContext): string | undefined =>
  words.find(
    (word, i) =>
      /^\p{L}{3,}$/u.test(word) && isOther(word, context) && words.slice(i + 1, i + 3).some((one) => isUnit(one)),
  );

function faultOf(words: readonly string[], context: NumberContext): string | undefined {
  const phrase = words.join(' ');
  if (isOwn(phrase, context)) return undefined;
  const own = wordsIn(context.field);
  for (const word of words) {
    const low = word.toLowerCase();
    if (own.includes(low) || isOwn(word, context)) continue;
    if (turns(low, context)) return `"${word}" may make it another number; write the number alone`;
    if (isOther(word, context)) return `this line gives "${word}", but the answer is "${context.field}"`;
  }
  const odd = words.find((word) => word.length < 2 && !/^[aI]$/.test(word));
  return odd === undefined ? undefined : `"${odd}" may be another quantity; write the number alone`;
}

/** Is it a symbol of the problem, which a word such as "size" or "filters" need not be? */
function isOther(word: string, context: NumberContext): boolean {
  const found = findName(word, context);
  if (!found || found.name === context.field || isUnit(word)) return false;
  return context.fields.includes(found.name) || /\d|^.$/.test(word);
}
