import type { Decimal } from '../exact/decimal.ts';
import { isUnit } from '../exact/units.ts';
import { readArithmetic } from './arithmetic.ts';
import { labelIn } from './label.ts';
import { findName, type NumberContext } from './names.ts';
import { beforeBlanks } from './source.ts';

/** What parts two statements, as a comma that is not inside a number or a word such as "so"; and a blank to fill in. */
const between =
  /[,;](?!\d)|(?<!\d)[,;]|(?<!\.)\.[\s\0]|[:&?□∴—]|--|(?<![\p{L}\\])(?:and|or|so|then|thus|hence|gives?|with|where|for|if)(?!\p{L})/u;
const wordAfterNumber = /(?<![\p{L}\d_.,])\d[\d.,]*[\s\0]+(\p{L}+)/gu;
const wordAtEnd = /[)\]][\s\0]+\p{L}[\p{L}\d_]*[\s\0]*$/u;

/** Does a list, a sentence or a second statement begin in it? */
export function holdsTwo(text: string): boolean {
  const outside = withoutBracketed(text);
  if (between.test(outside) || wordAtEnd.test(outside) || outside.split('|').length === 2) return true;
  return [...outside.matchAll(wordAfterNumber)].some(([, word = '']) => !/^x$/i.test(word) && !isUnit(word));
}

/** The text without what stands in brackets; the brackets stay. */
function withoutBracketed(text: string): string {
  let depth = 0;
  return [...text]
    .filter((character) => {
      if (')]}'.includes(character)) depth--;
      const kept = depth <= 0;
      if ('([{'.includes(character)) depth++;
      return kept;
    })
    .join('');
}

const longestName = 60;
const nameAtEnd =
  /(?<![\p{L}\d_^\\])(\p{L}[\p{L}\d]*(?:\^\{[^{}]*\}|_(?:\{[^{}]*\}|[\p{L}\d]*))*)(?:\*\*|[`"'])?[\s\0]*$/u;
const literal = /(?<![\p{L}\d_{])\.?\d/u;

/** The name of the problem that a text ends in, without its decoration, and where it begins. */
function lastName(text: string, context: NumberContext): { name: string; at: number } | undefined {
  const tail = text.slice(-longestName);
  const found = nameAtEnd.exec(tail);
  if (!found) return undefined;
  const label = labelIn(found[1] ?? '');
  const named = label && findName(label.name, context);
  return named && { name: named.name, at: text.length - tail.length + found.index };
}

/** Does a text end in the name of another line, which may be its label: `1.368 - a1` before `= 0.7971`? */
export function endsInOther(text: string, context: NumberContext): boolean {
  const last = lastName(text, context);
  if (!last || !context.fields.includes(last.name)) return false;
  const before = text.slice(0, last.at).replace(/[*`"']{2}$|[`"']$/, '');
  const head = before
    .slice(0, beforeBlanks(before))
    .replace(/(?:[-+*/~]|\\cdot|\\times)$/, '')
    .trim();
  if (head === '' || /(?:[*(]|\\cdot|\\times)$/.test(before)) return false;
  if (literal.test(head)) return true;
  const read = readArithmetic(head, context);
  const product = /(?:[*]|\\cdot|\\times)$/.test(before.slice(0, beforeBlanks(before)));
  return read.ok && !(product && read.tree.kind !== 'sum');
}

/** Does a text end in a name that has this value, so that a statement of its own may begin there? */
export function beginsAnother(text: string, value: Decimal, context: NumberContext): boolean {
  const name = lastName(text, context)?.name;
  return name !== undefined && findName(name, context)?.value?.eq(value) === true;
}
