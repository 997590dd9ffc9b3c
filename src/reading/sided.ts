import { type Fault, isFault } from '../exact/numeral.ts';
import { readPlain, type WrittenReading } from '../exact/written.ts';
import { parseFormula } from '../expressions/plain.ts';
import { readArithmetic } from './arithmetic.ts';
import { findName, isCountedHere, type NumberContext, settingOf } from './names.ts';
import type { Side } from './shown.ts';
import { tenTo } from './ten.ts';

/** A part of a line that is one number, and nothing but it; or why it is none, undefined where a word has two meanings. */
export function numberSide(
  text: string,
  given: string,
  approximate: boolean,
  context: NumberContext,
): Side | Fault | undefined {
  const literal = readPlain(text, settingOf(context));
  if (!literal.ok) return literal;
  if (literal.words.some((word) => isOther(word, context))) return undefined;
  return ofNumber(literal, given, approximate || literal.approximate);
}

/** Is it the name of a value other than the answer itself? */
function isOther(word: string, context: NumberContext): boolean {
  const named = findName(word, context);
  if (named === undefined || named.name === context.field) return false;
  return !(context.fields.includes(named.name) && isCountedHere(word, context));
}

/** A part of a line as arithmetic. */
export function arithmeticSide(
  text: string,
  given: string,
  approximate: boolean,
  context: NumberContext,
): Side | Fault {
  const found = readArithmetic(text, context);
  if (!found.ok) return found;
  const unless = found.loose ? { unless: 'the bracket after the number may be a remark or a factor' } : {};
  const number = readPlain(found.read);
  if (!number.ok) return { ...found, given, approximate, ...unless };
  return { ...ofNumber({ ...number, notes: found.notes }, given, approximate), ...unless };
}

/** `6e^-4` taken as `6e-4`; undefined for any other text. */
export function powerSide(text: string, given: string, approximate: boolean): Side | undefined {
  const power = tenTo(text);
  const number = power === undefined ? undefined : readPlain(power, { asked: 'places' });
  if (!number?.ok) return undefined;
  const notes = [`"${given}" was read as ${power}`];
  return { ...ofNumber({ ...number, notes }, given, approximate), doubt: `"${given}" may have the base 10 or e` };
}

type Literal = Extract<WrittenReading, { ok: true }>;

function ofNumber({ read, written, notes }: Literal, given: string, approximate: boolean): Side {
  const exact = written.exact && !approximate;
  const number = { ...written, text: given, exact };
  return {
    given,
    tree: parseFormula(read),
    value: written.value,
    read,
    whole: exact,
    written: number,
    approximate,
    notes,
  };
}

export const isRead = (side: Side | Fault): side is Side => !isFault(side);
