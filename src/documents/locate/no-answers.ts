// What looks like the answer to a field and is none.
import { type Passage, unmarked } from '../passage.ts';
import type { Candidate } from './candidates.ts';
import type { Slot } from './fields.ts';
import type { Text } from './shape.ts';
import type { Statement } from './statements.ts';
import { covers, wordsOf } from './words.ts';

/** "= 649 pixels" and then "649^2 = …": what is worked with further is on the way to what the unit says. */
export function goesFurther({ by, text, order }: Candidate, statements: readonly Statement[]): boolean {
  const number = by === 'unit' ? text.match(/\d[\d.,]*/g)?.at(-1) : undefined;
  if (number === undefined || number.length < 2) return false;
  const block = statements[order]?.block ?? 0;
  return statements
    .filter((one, i) => i > order && one.block <= block + 1)
    .some(({ lead, sides }) => {
      const work = [lead, ...sides.slice(0, -1)].map((one) => unmarked(one.text)).join(' = ');
      return sides.length > 0 && work.split(/[^\d.,]+/).includes(number);
    });
}

/** The last number of a text: what words behind it are of. */
const digitsAtEnd = (text = ''): string =>
  (
    unmarked(text)
      .match(/\d[\d.,'\s]*/g)
      ?.at(-1) ?? ''
  ).replace(/\D/g, '');

/** "18.8 M weights": are the words behind an answer behind the last number? */
export const isOfLastNumber = (answer: Text, { sides }: Pick<Statement, 'sides'>): boolean =>
  digitsAtEnd(answer.text) === digitsAtEnd(sides.at(-1)?.text);

const indexed = /_\s{0,2}\{?\s{0,2}[i-l]/;

/** A formula of one cell, `W_{ij}`, is not that of the array. */
export const isOfOneCell = (label: string): boolean => indexed.test(label);

/** A whole number in a sentence is no accuracy. */
export const isShare = ({ field }: Slot, side: Passage): boolean =>
  field.kind !== 'accuracy' || /[.,%]/.test(side.text);

/** A product that a sentence names is no result: "the matrix is 5200 x 96". */
export const isOpen = (text: string): boolean =>
  /\d\s*(?:[x×·*]|\\times|\\cdot)\s*\d/.test(text) && !text.includes('=');

/** `100` under "hidden units" is no value but part of what its row is called. */
export function namesRow({ top, sides }: Statement, slots: readonly Slot[]): boolean {
  const cell = unmarked(sides[0]?.text ?? '').trim();
  if (top === undefined || top === '' || !/^\d+$/.test(cell)) return false;
  const words = wordsOf(`${cell} ${top}`);
  return slots.some(({ phrases }) =>
    phrases.some((phrase) => phrase.length > 1 && phrase.includes(cell) && covers(phrase, words)),
  );
}

/** `24x24x8` in a table is the shape of something, where its column does not count. */
export const isShapeCell = ({ top, sides, relation }: Statement, slots: readonly Slot[]): boolean =>
  relation === 'row' &&
  sides.length === 1 &&
  slots.every(({ field }) => field.kind === 'number') &&
  /^\d+(?:\s?[x×]\s?\d+)+$/i.test(unmarked(sides[0]?.text ?? '').trim()) &&
  !wordsOf(top ?? '').some((word) => ['parameter', 'operation', 'weight', 'total'].includes(word));
