import { decimalsOf, gridOf, isDigit, shiftedCells, shiftOf, significant, wholeOf } from './decimal-point.ts';
import type { DigitCell, DigitRow, DigitsView } from './view.ts';

/** A number to be set under the student's own. */
export interface Beside {
  readonly label: string;
  readonly text: string;
  readonly say?: string;
}

const number = /^([-−+]?)(\d+)(?:\.(\d*))?$/;
const longest = 22;

/** Is this a plain decimal number that is short enough to be shown digit by digit? */
export const isNumber = (text: string): boolean => text.length <= longest && number.test(text);

/**
 * The student's number with others below it, aligned at the decimal point, with equal and unequal digits marked. A
 * picture of digits is evidence only where they agree to some place; undefined where no row does.
 */
export function digitsOf(given: Beside, others: readonly Beside[]): DigitsView | undefined {
  const usable = others.filter(({ text }) => isNumber(text));
  const [first] = usable;
  if (!first || !isNumber(given.text)) return undefined;
  const shift = shiftOf(given.text, first.text);
  if (shift !== 0) return shifted(given, first, shift);
  const all = [given, ...usable].map(({ text }) => ({ whole: wholeOf(text), decimals: decimalsOf(text) }));
  const whole = Math.max(...all.map((n) => n.whole.length));
  const decimals = Math.max(...all.map((n) => n.decimals.length));
  const grids = [given, ...usable].map(({ text }) => gridOf(text, whole, decimals));
  const own = grids[0] ?? [];
  if (!grids.slice(1).some((grid) => leading(own, grid) > 1)) return undefined;
  const rows = usable.map((row, i): DigitRow => ({ ...row, cells: compared(grids[i + 1] ?? [], own) }));
  return {
    caption: 'Your number, digit by digit, above those it is compared with',
    rows: [{ ...given, cells: compared(own, grids[1] ?? []) }, ...rows],
  };
}

/** How many digits agree from the first that is not 0: leading zeros agree with anything small. */
function leading(own: readonly string[], other: readonly string[]): number {
  const digits = own
    .map((c, i) => ({ c, same: c === other[i] }))
    .slice(firstDigit(own))
    .filter(({ c }) => isDigit(c));
  const end = digits.findIndex(({ same }) => !same);
  return end < 0 ? digits.length : end;
}

/** Where the leading zeros end. */
function firstDigit(row: readonly string[]): number {
  const at = row.findIndex((c) => /[1-9]/.test(c));
  return at < 0 ? row.length : at;
}

function compared(row: readonly string[], other: readonly string[]): DigitCell[] {
  const start = Math.min(firstDigit(row), firstDigit(other));
  return row.map((character, i): DigitCell => {
    const counterpart = other[i] ?? ' ';
    if (character === ' ' || character === '.') return { character: character.trim() };
    if (i < start && character === '0') return { character };
    if (character === counterpart) return isDigit(character) ? { character, mark: 'same' } : { character };
    return { character, mark: counterpart === ' ' && isDigit(character) ? 'beyond' : 'differs' };
  });
}

function shifted(given: Beside, other: Beside, shift: number): DigitsView {
  const places = `${Math.abs(shift)} ${Math.abs(shift) === 1 ? 'place' : 'places'}`;
  const say = `the same digits, ${places} further ${shift > 0 ? 'right' : 'left'}`;
  const whole = Math.max(wholeOf(given.text).length, wholeOf(other.text).length);
  const decimals = Math.max(decimalsOf(given.text).length, decimalsOf(other.text).length);
  const common = Math.min(significant(given.text).length, significant(other.text).length);
  const row = (of: Beside, said?: string): DigitRow => ({
    label: of.label,
    text: of.text,
    ...(said && { say: said }),
    cells: shiftedCells(gridOf(of.text, whole, decimals), common),
  });
  return { caption: 'The same digits, with the decimal point in another place', rows: [row(given), row(other, say)] };
}
