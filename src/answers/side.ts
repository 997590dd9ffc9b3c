import type { Decimal } from '../exact/decimal.ts';
import type { Fault } from '../exact/numeral.ts';
import { readPlain, type Written, type WrittenReading } from '../exact/written.ts';
import { parseFormula } from '../expressions/plain.ts';
import { children, type Expression, symbolsOf } from '../expressions/tree.ts';
import { doubtOf } from './ambiguous.ts';
import { readArithmetic } from './arithmetic.ts';
import { findName, type NumberContext, settingOf } from './names.ts';
import type { Side } from './shown.ts';

export type SideReading = ({ readonly ok: true } & Side) | ({ readonly ok: false } & Fault);

/** Reads one part of a line (a `plain` text): a number, or arithmetic. `given` is the part as written. */
export function readSide(text: string, given: string, approximate: boolean, context: NumberContext): SideReading {
  const literal = readPlain(text, settingOf(context));
  if (literal.ok && !literal.words.some((word) => isOther(word, context))) {
    return ofNumber(literal, given, approximate || literal.approximate);
  }
  const found = readArithmetic(text, context);
  if (!found.ok) return found;
  const number = readPlain(found.read);
  if (!number.ok) return { ...found, given, approximate };
  return ofNumber({ ...number, notes: found.notes }, given, approximate);
}

type Literal = Extract<WrittenReading, { ok: true }>;

function ofNumber({ read, written, notes }: Literal, given: string, approximate: boolean): SideReading {
  const exact = written.exact && !approximate;
  const number = { ...written, text: given, exact };
  return {
    ok: true,
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

/** Is it the name of a value other than the answer itself? */
function isOther(word: string, context: NumberContext): boolean {
  const named = findName(word, context);
  return named !== undefined && named.name !== context.field;
}

/** The last part as the answer: a number, or arithmetic that comes to one and can be nothing else. */
export function resultOf(side: Side, text: string): Written | Fault {
  if (side.written) return side.written;
  if (symbolsOf(side.tree).length > 0) return { reason: 'this ends in a formula; write the number it comes to', at: 0 };
  const doubt = doubtOf(side.tree, text, side.given);
  if (doubt) return { reason: doubt, at: 0 };
  const { value, given, whole } = side;
  return { text: given, value, ...digitsOf(value), exact: whole && isRational(side.tree), integer: value.isInteger() };
}

/** A root or a power has no end of digits, and nobody wrote them: more would claim, and show, too much. */
const mostDigits = 12;

function digitsOf(value: Decimal): { places: number; significant: number } {
  const places = Math.min(value.decimalPlaces(), Math.max(mostDigits - 1 - value.e, 0));
  return { places, significant: value.isZero() ? 0 : Math.max(value.e + 1 + places, 1) };
}

function isRational(tree: Expression): boolean {
  if (tree.kind === 'call' && !tree.fn.rational) return false;
  return children(tree).every(isRational);
}
