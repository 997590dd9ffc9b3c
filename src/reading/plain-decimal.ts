import { decimal } from '../exact/unsigned.ts';
import { number, sum } from '../expressions/tree.ts';
import type { LineReading } from './chain.ts';
import { askedOf, type NumberContext } from './names.ts';
import type { Side } from './shown.ts';

const digits = /^(-?)(\d{1,15}\.\d{1,20})$/;

/**
 * A line that is nothing but digits with a decimal point, where decimals are asked for: what most answers are, and what
 * the reading of all else would make of it, without a look at what it might be instead.
 */
export function plainDecimal(text: string, context: NumberContext): LineReading | undefined {
  const [, minus, unsigned = ''] = digits.exec(text) ?? [];
  if (minus === undefined || askedOf(context) !== 'places') return undefined;
  const { value: size, places, significant, integer, read: plain } = decimal({ digits: unsigned, scale: 0 });
  const isNegative = minus === '-' && !size.isZero();
  const value = isNegative ? size.neg() : size;
  const tree = isNegative ? sum([{ negative: true, of: number(plain) }]) : number(plain);
  const written = { text, value, places, significant, exact: false, integer };
  const read = `${isNegative ? '-' : ''}${plain}`;
  const side: Side = { given: text, tree, value, read, whole: false, written, approximate: false, notes: [] };
  return { ok: true, value: written, statements: [{ sides: [side], steps: [] }], notes: [] };
}
