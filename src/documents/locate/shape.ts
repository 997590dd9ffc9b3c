import { Decimal } from '../../exact/decimal.ts';
import { kindOf } from '../../kinds/index.ts';
import { type Passage, slice, trimmed, unmarked } from '../passage.ts';
import type { Slot } from './fields.ts';
import type { Statement } from './statements.ts';
import { symbolKey } from './symbols.ts';
import { wordsOf } from './words.ts';

/** An answer's text, and where in its source it begins. */
export interface Text {
  readonly text: string;
  readonly at: number;
}

/** Words that may follow a number whatever is asked. */
const unitWords = new Set(
  'parameter operation weight bias unit point percent total pixel flop image million thousand trainable learnable value'.split(
    ' ',
  ),
);
const numeric = new Set(['number', 'accuracy']);

/** The sides of a statement that have the shape of the answer, as written; undefined where none has. */
export function answerIn(slot: Slot, { sides, parting }: Pick<Statement, 'sides' | 'parting'>): Text | undefined {
  const { kind } = slot.field;
  if (kind === 'formula') return formulaIn(slot, sides);
  if (!numeric.has(kind)) return wholeIn(slot, sides, parting);
  const last = sides.at(-1);
  if (!last) return undefined;
  for (const end of [...endsOf(last)].flatMap((one) => [one, ...withoutOwnUnit(slot, one)])) {
    if (!isNumeric(slot, end.text) || !endsInUnit(slot, end.text)) continue;
    for (let i = 0; i < sides.length; i++) {
      const text = chain([...sides.slice(i, -1), end], parting.slice(i));
      if (reads(slot, text)) return { text, at: sides[i]?.at[0] ?? end.at[0] ?? 0 };
    }
  }
  return undefined;
}

const chain = (sides: readonly Passage[], parting: readonly string[]): string =>
  sides
    .map(({ text }, i) => (i === 0 ? clean(text) : `${parting[i] === ':' ? '=' : (parting[i] ?? '=')} ${clean(text)}`))
    .join(' ');

/** As a person would copy it: without marks of the page, blanks once. */
export const clean = (text: string): string =>
  unmarked(text)
    .replace(/\\(?:quad|qquad|,|;|!|displaystyle)(?![a-zA-Z])/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s.,;])[\s.,;]+$/, '')
    .trim();

const apart = /\ue001\s*\ue000\s*(?![=+*/×·≈\s]|\\(?:times|cdot|approx|simeq|div)(?![a-zA-Z]))/;

/** Where the last side may end: as it stands, with its formula, before a bracket or a word that goes on with the sentence. */
function* endsOf(side: Passage): Generator<Passage> {
  const { text } = side;
  // Two formulas with nothing between them are not one.
  if (!apart.test(text)) yield side;
  const ends: number[] = [];
  for (const found of text.matchAll(
    /\ue001|\ue003|\s\(|,\s|;|\s(?:and|so|which|because|since|where|with|for|on|in|after|as|or|when|using|while|but|by|from|at|then|hence|thus|therefore|if|to|we|by)\s|\n|\.\s/g,
  ))
    ends.push(found.index);
  for (const end of ends.filter((at) => !isOpen(text.slice(0, at)) && !isGrouped(text, at))) {
    const part =
      text.startsWith('\ue001', end) && /^\ue001\s?\\?%/.test(text.slice(end)) ? text.indexOf('%', end) + 1 : end;
    const cut = trimmed(slice(side, 0, part));
    if (cut.text !== '' && cut.text.length < text.length && !apart.test(cut.text)) yield cut;
  }
}

/** `62 , 378 , 344` may be one number that a reader of scans has written apart. */
const isGrouped = (text: string, at: number): boolean =>
  /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)) && /^,\s\d{3}(?!\d)/.test(text.slice(at, at + 6));

/** Does a bracket stand open at the end of a text? */
const isOpen = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

const command =
  /\\(?:times|cdot|frac|dfrac|tfrac|left|right|approx|text|mathrm|mathbf|underline|boxed|fbox|div|sqrt|exp|log|ln|pm|quad|qquad|overline|big|Big|textbf|bf|displaystyle|ast|operatorname)(?![a-zA-Z])/g;

/** Is it a number or shown arithmetic, and not a formula in names or a remark with a number in it? */
function isNumeric(slot: Slot, given: string): boolean {
  const text = unmarked(given);
  if (!/\d/.test(text) || text.length > 2_000) return false;
  const rest = text.replace(command, ' ').replace(/\d(?:[eE][+-]?\d+|\s?[xX]\s?(?=\d)|[kKMBmG](?![\p{L}]))/gu, '0');
  for (const [word] of rest.matchAll(/\\?\p{L}[\p{L}\p{N}_]*/gu)) {
    if (word.startsWith('\\')) return false;
    if (/^[xXeKkMBG]$/.test(word)) continue;
    if (word.length < 3 && !/^(?:is|=|no)$/i.test(word)) return false;
    if (!isUnit(slot, word)) return false;
  }
  return true;
}

/** "421,201 pixels" for the line `pixels`: its name behind its number says what is counted. */
function withoutOwnUnit({ name }: Slot, side: Passage): Passage[] {
  const end = side.text.replace(/[.\s]$/, '');
  const isUnit =
    name.length > 3 && end.endsWith(` ${name}`) && /[\d\ue001\ue003]$/.test(end.slice(0, -name.length - 1));
  return isUnit ? [slice(side, 0, end.length - name.length - 1)] : [];
}

/** The words behind the number say what it counts: "120 filters" are no parameters. */
function endsInUnit(slot: Slot, given: string): boolean {
  const behind =
    /(?<![\p{L}\s-])[\s-]*(\p{L}[\p{L}\s-]*)$/u.exec(
      unmarked(given)
        .replace(command, ' ')
        .replace(/(?<![\s{}$.,;:])[\s{}$.,;:]+$/, ''),
    )?.[1] ?? '';
  if (/^[kKMB]$/.test(behind)) return true;
  return wordsOf(behind).every(
    (word) => (unitWords.has(word) && !slot.foreign.has(word)) || slot.phrases.some((phrase) => phrase.includes(word)),
  );
}

const isUnit = (slot: Slot, word: string): boolean => {
  const [unit] = wordsOf(word);
  if (unit === undefined || unitWords.has(unit)) return true;
  if (isNameOf(slot, word)) return false;
  return (
    slot.phrases.some((phrase) => phrase.includes(unit)) ||
    /^(?:approximately|about|roughly|exactly|filters?|biases|weights?)$/i.test(word)
  );
};

/** Is a word the name of another number of the problem? */
const isNameOf = ({ name: own, problem: { working } }: Slot, word: string): boolean => {
  const key = symbolKey(word);
  if (key === own) return false;
  return working.givens.has(key) || working.lines.some(({ name }) => name === key);
};

const numeral = /^[-+−]?\d{1,3}(?:[.,'’ ]\d{3})*(?:[.,]\d+)?$/;

/** Does its kind read it, and is it a count where counts are asked? */
export function reads(slot: Slot, text: string): boolean {
  const { working } = slot.problem;
  const numberOf = (name: string) => {
    const given = working.givens.get(name);
    return given === undefined ? undefined : new Decimal(given);
  };
  const reading = kindOf(slot.field).read(text, slot.field, { working, numberOf });
  // What can be taken for two numbers stands here all the same: its kind says so, and a person looks.
  if (reading.kind !== 'read') return slot.field.kind === 'number' && numeral.test(text.trim());
  if (slot.field.kind === 'accuracy') return isShare(reading.value);
  return !(slot.field.kind === 'number' && working.counts) || isCount(reading.value);
}

/** Of 1 or of 100. */
function isShare(read: unknown): boolean {
  const value = (read as { value?: { value?: Decimal } }).value?.value;
  return value === undefined || (value.gte(0) && value.lte(100));
}

function isCount(read: unknown): boolean {
  const value = (read as { value?: { value?: Decimal } }).value?.value;
  return value === undefined || (value.isInteger() && value.gte(0));
}

/** The number that a text comes to, as its own kind reads it; for comparing what was found twice. */
export function valueOfText(slot: Slot, text: string): Decimal | undefined {
  if (!numeric.has(slot.field.kind)) return undefined;
  const { working } = slot.problem;
  const reading = kindOf(slot.field).read(text, slot.field, { working, numberOf: () => undefined });
  return reading.kind === 'read' ? (reading.value as { value?: { value?: Decimal } }).value?.value : undefined;
}

/** The formula of a line is the first side in letters; another formula is the last. */
function formulaIn(slot: Slot, sides: readonly Passage[]): Text | undefined {
  const lettered = sides.filter(({ text }) => /\p{L}/u.test(text.replace(command, ' ')));
  const side = 'of' in slot.field ? lettered[0] : lettered.at(-1);
  const isWords = side !== undefined && /^[\p{L}\s,'-]{3,}$/u.test(clean(side.text)) && !/[\ue000=]/.test(side.text);
  return side && !isWords ? { text: clean(side.text), at: side.at[0] ?? 0 } : undefined;
}

/** An answer of another kind: all that stands there, where its kind takes it. */
function wholeIn(slot: Slot, sides: readonly Passage[], parting: readonly string[]): Text | undefined {
  const [first] = sides;
  const last = sides.at(-1);
  if (!first || !last) return undefined;
  const text = chain(sides, parting);
  if (text === '') return undefined;
  if (slot.field.kind === 'person') return { text, at: first.at[0] ?? 0 };
  if (slot.field.kind !== 'shape' && slot.field.kind !== 'interval')
    return reads(slot, text) ? { text, at: first.at[0] ?? 0 } : undefined;
  for (const end of endsOf(last)) {
    const found = [end, ...formulasIn(end), ...sizesIn(slot, end)].find((one) => reads(slot, clean(one.text)));
    if (found) return { text: clean(found.text), at: found.at[0] ?? 0 };
  }
  return reads(slot, text) ? { text, at: first.at[0] ?? 0 } : undefined;
}

const widestBracket = 62;
const sizes = /(?<![\d.])\d{1,6}(?:\s?(?:[x×*]|\\times|by)\s?\d{1,6}){1,3}(?![\d.])/gi;

/** The only sizes that a side names: "a 28 by 28 by 8 volume". */
function sizesIn({ field }: Slot, side: Passage): Passage[] {
  const found = field.kind === 'shape' ? [...side.text.matchAll(sizes)] : [];
  const [only] = found;
  return only && found.length === 1 ? [slice(side, only.index, only.index + only[0].length)] : [];
}

/** The formula or bracket that a side has, where it has one. */
function formulasIn(side: Passage): Passage[] {
  const brackets = [...side.text.matchAll(/[([\]][^()[\]]+[)\][]/g)].filter(([text]) => text.length <= widestBracket);
  const formulas = [...side.text.matchAll(/\ue000[^\ue000\ue001]+\ue001/g)];
  const outside = brackets.filter(
    ({ index }) => !formulas.some((one) => one.index < index && index < one.index + one[0].length),
  );
  const found = [...formulas, ...outside];
  const [only] = found;
  return only && found.length === 1 ? [slice(side, only.index, only.index + only[0].length)] : [];
}
