import { Decimal } from '../exact/decimal.ts';
import type { Asked } from '../exact/grouping.ts';
import type { Setting } from '../exact/numeral.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { aliased } from './aliases.ts';

/** What the reader of an answer knows of its problem. */
export interface NumberContext {
  /** The field that is answered. */
  readonly field: string;
  /** The decimal places that the question states. */
  readonly places?: number;
  /** What is asked for; `places` where it is not said and places are stated, else a count. */
  readonly asks?: Asked;
  /** A comma is a decimal comma: the value is far below a thousand, or other commas of the answer are. */
  readonly commas?: boolean;
  /** The value of a given or of another line; undefined for any other name. */
  valueOf(name: string): Decimal | undefined;
  /** Every field of the problem. */
  readonly fields: readonly string[];
  /** Functions of the course, beside those that everybody may write. */
  readonly functions?: readonly Fn[];
  /** Other labels that people write for a name. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** What the field is, in words: "the parameters of the layer". */
  readonly words?: string;
}

/** What may separate the thousands of a number in an answer, or in a list of arguments in one. */
export const settingOf = (context: NumberContext, list = false): Setting => ({
  list,
  asked: askedOf(context),
  ...(context.commas && { commas: true }),
});

export const askedOf = ({ places = 0, asks }: NumberContext): Asked => asks ?? (places > 0 ? 'places' : 'count');

/** What the agreement of two sides depends on. */
export const scaleOf = (context: NumberContext) => ({
  ...(context.places !== undefined && { places: context.places }),
  valueOf: (name: string): Decimal => findName(name, context)?.value ?? new Decimal(Number.NaN),
});

/** A name of the problem; without a value where the paper gives none. */
export interface Named {
  readonly name: string;
  readonly value?: Decimal;
}

const skip = String.raw`[\s\0]*`;
const hat = String.raw`\\hat${skip}(?:\{${skip}\p{L}${skip}\}|\p{L})`;
const index = String.raw`\0*_\0*(?:\{[\p{L}\d\s\0,_]*\}|\d+|\p{L}[\p{L}\d]*)`;
const name = String.raw`(?:${hat}|\\?\p{L}[\p{L}\d₀-₉]*)(?:${index})*`;
const small = String.raw`(?:\\partial(?![a-zA-Z])|∂|d)${skip}`;

/** A name as people write it: `w3`, `w_{3}`, `\hat{y}`, `\eta`. */
export const namePattern = new RegExp(name, 'uy');
/** A derivative that stands for one value: `dL/dw3`, `∂L/∂w_3`, `\frac{\partial L}{\partial w_3}`. */
export const derivativePattern = new RegExp(
  [
    String.raw`\\[dt]?frac${skip}\{${skip}${small}(${name})${skip}\}${skip}\{${skip}${small}(${name})${skip}\}`,
    String.raw`${small}(${name})${skip}\/${skip}${small}(${name})`,
  ].join('|'),
  'uy',
);

const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

function latin(letter: string): string {
  const word = greek[letter.toLowerCase().charCodeAt(0) - 0x3b1] ?? letter;
  return letter === letter.toLowerCase() ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

/** The name in plain letters: `\hat{y}` is `yhat`, `w_{2,new}` is `w_2new`, `η` is `eta`. */
export function plainName(written: string): string {
  return written
    .replace(/\0/g, '')
    .replace(/\\hat\s*(?:\{\s*)?(\p{L})/gu, '$1hat')
    .replace(/ŷ/g, 'yhat')
    .replace(/[₀-₉]/g, (digit) => digit.normalize('NFKC'))
    .replace(/[\u0370-\u03ff]/g, latin)
    .replace(/[\\{}\s,]/g, '');
}

/** The plain name of what `derivativePattern` matched. */
export const derivativeName = (found: RegExpExecArray): string =>
  `d${plainName(found[1] ?? found[3] ?? '')}_d${plainName(found[2] ?? found[4] ?? '')}`;

const key = (plain: string): string => plain.replaceAll('_', '');

/** The name that the problem has for a plain name, underscores apart; undefined where it has none. */
export function findName(plain: string, context: NumberContext): Named | undefined {
  for (const candidate of new Set([plain, key(plain)])) {
    const value = candidate === context.field ? undefined : context.valueOf(candidate);
    if (value !== undefined) return { name: candidate, value };
  }
  const field = context.fields.find((one) => key(one) === key(plain)) ?? stoodFor(plain, context);
  const value = field === undefined || field === context.field ? undefined : context.valueOf(field);
  return field === undefined ? undefined : { name: field, ...(value === undefined ? {} : { value }) };
}

function stoodFor(label: string, context: NumberContext): string | undefined {
  const name = aliased(label, context.aliases);
  return name !== undefined && (context.fields.includes(name) || context.valueOf(name) !== undefined)
    ? name
    : undefined;
}

/** Does a label name the field that is answered? Capitals decide only where another name differs in nothing else. */
export function isOwn(plain: string, context: NumberContext): boolean {
  const found = findName(plain, context);
  if (found) return found.name === context.field;
  if (aliased(plain, context.aliases) === context.field || isRenewed(plain, context)) return true;
  return key(plain).toLowerCase() === key(context.field).toLowerCase();
}

/** `new w2`, `w2'`, `updated w2` for the field `w2_new`. */
function isRenewed(label: string, { field }: NumberContext): boolean {
  const old = beforeUpdate(field);
  const plain = label.toLowerCase().replace(/[\s\0_{}\\^]/g, '');
  return old !== undefined && [`new${old}`, `${old}new`, `updated${old}`, `${old}'`].includes(plain);
}

/** What a field such as `w2_new` is before the step: `w2`. */
export const beforeUpdate = (field: string): string | undefined => /^(.+)_(?:new|next|updated)$/.exec(field)?.[1];

/**
 * Is a word that says what is counted (`293510 parameters`) what this field counts by its own name or words, although
 * another value of the problem has this name too?
 */
export function isCountedHere(word: string, { field, words = '' }: NumberContext): boolean {
  const own = wordsIn(`${field} ${words}`);
  const [low = ''] = wordsIn(word);
  return low !== '' && own.some((one) => one === low || `${one}s` === low || one === `${low}s`);
}

/** The words of a name such as `parametersWide`, in small letters. */
export const wordsIn = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
