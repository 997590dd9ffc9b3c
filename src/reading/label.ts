import { filler } from '../exact/characters.ts';
import { unenclosed } from '../exact/enclosed.ts';
import type { Fault } from '../exact/numeral.ts';
import { match } from '../exact/numeral.ts';
import { unglued } from './glued.ts';
import {
  beforeUpdate,
  derivativeName,
  derivativePattern,
  findName,
  isOwn,
  type NumberContext,
  namePattern,
  plainName,
} from './names.ts';
import { pastBlanks } from './source.ts';

/** A name at the beginning of a line that says what the line gives. */
export interface Label {
  readonly name: string;
  /** Where what follows it begins: at the end of the text, or after a colon. */
  readonly end: number;
  readonly colon: boolean;
}

/** Two words or more and nothing else: "Total trainable parameters". */
const phrasePattern = /^\s*(?:#\s*)?\p{L}{2,}(?:[\s\0]+\p{L}{2,})+\s*$/u;

/** A raised index, as in `a^{(1)}_1`; a bracket without braces may be a power. */
const index = /\^[\s\0]*(?:\{[\s\0]*(?:\([\p{L}\d]+\)|\[[\p{L}\d]+\])[\s\0]*\}|\[[\p{L}\d]+\])/gu;
/** `w_2^{new}`, which is `w_{2,new}`. */
const age = /\^(?=\{[\s\0]*(?:new|old)[\s\0]*\})/g;

/** The label that is all of `text`, or all before its first colon. */
export function labelIn(given: string): Label | undefined {
  const text = given.replace(index, (all) => filler.repeat(all.length)).replace(age, '_');
  const found = wordsOf(text);
  if (found) return found;
  const [from, to] = unenclosed(text, 0, text.length);
  const inside = from > 0 || to < text.length ? wordsOf(text.slice(from, to)) : undefined;
  return inside && !inside.colon ? { ...inside, end: text.length } : undefined;
}

function wordsOf(text: string): Label | undefined {
  if (phrasePattern.test(text)) return { name: text.trim(), end: text.length, colon: false };
  const at = pastBlanks(text, 0);
  const quotient = match(derivativePattern, text, at);
  const found = quotient ?? match(namePattern, text, at);
  if (!found) return undefined;
  const hat = text[at + found[0].length] === '^' ? '^' : '';
  const name = `${quotient ? derivativeName(quotient) : plainName(found[0])}${hat && 'hat'}`;
  const end = pastBlanks(text, at + found[0].length + hat.length);
  if (end === text.length) return { name, end, colon: false };
  return text[end] === ':' ? { name, end: end + 1, colon: true } : undefined;
}

/** Is it several names of the problem side by side (`x1w1`, `kernel kernel channels`), and so no label? */
export function isProduct(name: string, context: NumberContext): boolean {
  const names = unglued(name, context) ?? name.split(/\s+/);
  return names.length > 1 && names.every((one) => findName(one, context) !== undefined);
}

/**
 * A name that the student made up for the answer, such as `TP_1` or `C_out`. A derivative, or a name with a name of the
 * problem in it (`C1C3`), may be another quantity, and a single letter anything.
 */
const isLoose = (name: string, context: NumberContext): boolean => {
  if (/^d.+_d/.test(name) || name.length < 2) return false;
  const parts = name.match(/\p{L}+_?\d*/gu) ?? [];
  return !parts.some(
    (part) => context.fields.includes(part) || context.valueOf(part) !== undefined || endsIn(part, context),
  );
};

/** Does it end in a numbered name of the problem: `da1`, `Deltaa1`? */
const endsIn = (word: string, context: NumberContext): boolean =>
  word.length < 40 && /\d$/.test(word) && [...word].some((_, i) => findName(word.slice(i), context) !== undefined);

const anyone = /^(?:answer|ans|result|value)$/i;

/**
 * Why a label does not belong to this field; undefined where it does. `given` where it names a given, which is then no
 * label but the first part of the line. Earlier lines of work may be labelled at will.
 */
export function labelFault(label: Label, context: NumberContext, last: boolean): Fault | 'given' | undefined {
  if (isOwn(label.name, context) || anyone.test(label.name)) return undefined;
  const found = findName(label.name, context);
  // The weight before the step is often the name of that after it.
  if (found && found.name === beforeUpdate(context.field)) return undefined;
  if (found && !context.fields.includes(found.name) && !label.colon) return 'given';
  if (!last) return undefined;
  if (found) return { reason: `this line gives "${found.name}", but the answer is "${context.field}"`, at: 0 };
  if (isLoose(label.name, context)) return undefined;
  const mend = `leave it out, or write "${context.field} ="`;
  return { reason: `"${label.name}" is no name of this problem; ${mend}`, at: 0 };
}
