import type { Fault } from '../exact/numeral.ts';
import { Assembly, Refusal } from './assembly.ts';
import { hatted } from './hat.ts';
import type { NumberContext } from './names.ts';
import { number, superscript, vulgar } from './numbers.ts';
import { bar, blank, bracket, comma, fraction, operator, unknown } from './signs.ts';
import type { Rule, Source } from './source.ts';
import { application, crossed, derivative, word } from './words.ts';

/** Arithmetic in the plain notation of formulas. */
export interface Translation {
  readonly ok: true;
  readonly text: string;
  /** Every number in it is a whole number, written out. */
  readonly whole: boolean;
  /** A bracket after a number and a blank was taken for a factor. */
  readonly loose: boolean;
  readonly notes: readonly string[];
  /** Where a position in `text` comes from. */
  origin(index: number): number;
}

/** Tried in this order: a cross may be a product sign before it is a letter, a derivative is no fraction. */
const rules: readonly Rule[] = [
  blank,
  derivative,
  number,
  vulgar,
  fraction,
  crossed,
  operator,
  bracket,
  bar,
  comma,
  superscript,
  application,
  hatted,
  word,
  unknown,
];

/** Translates arithmetic as students write it (a `plain` text) into the plain notation, or says why it cannot be read. */
export function translate(text: string, context: NumberContext): Translation | ({ readonly ok: false } & Fault) {
  const source: Source = { text, context, out: new Assembly(), notes: [], whole: true };
  try {
    for (let at = 0; at < text.length; ) at = step(source, at);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, ...error.fault };
    throw error;
  }
  const { out, notes, whole } = source;
  return { ok: true, text: out.text, whole, loose: out.loose, notes, origin: (index) => out.origin(index) };
}

function step(source: Source, at: number): number {
  source.out.spaced = /\s/.test(source.text[at - 1] ?? '');
  for (const rule of rules) {
    const end = rule(source, at);
    if (end !== undefined) return end;
  }
  return at + 1;
}
