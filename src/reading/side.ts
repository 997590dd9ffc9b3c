import type { Decimal } from '../exact/decimal.ts';
import { type Fault, isFault } from '../exact/numeral.ts';
import type { Written } from '../exact/written.ts';
import { children, type Expression, symbolsOf } from '../expressions/tree.ts';
import { doubtOf } from './ambiguous.ts';
import { askedOf, type NumberContext } from './names.ts';
import { withRemark } from './remarks.ts';
import type { Side } from './shown.ts';
import { arithmeticSide, isRead, numberSide, powerSide } from './sided.ts';

type Readings = readonly Side[] | Fault;

/**
 * The ways in which one part of a line (a `plain` text) can be taken, the likeliest first; or why there is none. `given`
 * is the part as written.
 */
export function readSide(text: string, given: string, approximate: boolean, context: NumberContext): Readings {
  const number = numberSide(text, given, approximate, context);
  if (number && !isFault(number)) return [number];
  const remarked = withRemark(text, context, (part) => readPart(part, part.trim(), false, context));
  if (remarked && remarked !== 'unlike')
    return remarked.map((side) => ({ ...side, given, approximate: approximate || side.approximate }));
  const readings = readPart(text, given, approximate, context);
  if (remarked === undefined || isFault(readings)) return readings;
  return readings.map((side) => ({ ...side, unless: 'the bracket after the number may be a remark or a factor' }));
}

/** As `readSide`, for what has no remark behind it. */
function readPart(text: string, given: string, approximate: boolean, context: NumberContext): Readings {
  const number = numberSide(text, given, approximate, context);
  if (number && !isFault(number)) return [number];
  const power = powerSide(text, given, approximate);
  const arithmetic = arithmeticSide(text, given, approximate, context);
  if (!power && isFault(arithmetic)) return arithmetic;
  // As a number it is refused, for what separates its digits.
  if (number && isRead(arithmetic) && isNumeral(arithmetic.tree)) return number;
  return [...(power ? [power] : []), ...(isRead(arithmetic) ? [arithmetic] : [])];
}

/** The number that a line ends in, and why it may be meant otherwise. */
export interface Result {
  readonly value: Written;
  readonly doubt?: string;
}

/** The last part as the answer: a number, or arithmetic that comes to one and can be nothing else. */
export function resultOf({ written, doubt, ...side }: Side, text: string, context: NumberContext): Result | Fault {
  if (written) return { value: written, ...(doubt && { doubt }) };
  if (symbolsOf(side.tree).length > 0) return { reason: 'this ends in a formula; write the number it comes to', at: 0 };
  if (askedOf(context) === 'count' && holdsGroups(side.tree))
    return { reason: 'a point may separate thousands here; write the number without', at: 0 };
  const found = doubtOf(side.tree, text, side.given, askedOf(context));
  if (found && !found.likely) return { reason: `${found.reason}; write the one number`, at: 0 };
  const { value, given, whole } = side;
  const exact = whole && isRational(side.tree);
  const number = { text: given, value, ...digitsOf(value), exact, integer: value.isInteger() };
  return { value: number, ...(found && { doubt: found.reason }) };
}

/** A root or a power has no end of digits, and nobody wrote them: more would claim, and show, too much. */
const mostDigits = 12;

function digitsOf(value: Decimal): { places: number; significant: number } {
  const places = Math.min(value.decimalPlaces(), Math.max(mostDigits - 1 - value.e, 0));
  return { places, significant: value.isZero() ? 0 : Math.max(value.e + 1 + places, 1) };
}

/** `1.000 + 850`: a decimal point, or one that separates thousands. */
const holdsGroups = (tree: Expression): boolean =>
  tree.kind === 'number' ? /^[1-9]\d{0,2}\.\d{3}$/.test(tree.text) : children(tree).some(holdsGroups);

const isNumeral = (tree: Expression): boolean =>
  tree.kind === 'number' ||
  (tree.kind === 'sum' && tree.terms.every(({ of }) => of.kind === 'number') && tree.terms.length === 1);

function isRational(tree: Expression): boolean {
  if (tree.kind === 'call' && !tree.fn.rational) return false;
  return children(tree).every(isRational);
}
