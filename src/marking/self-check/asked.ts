import { leastRounded } from '../../exact/agreement.ts';
import { Decimal } from '../../exact/decimal.ts';
import type { Mark } from '../../records/result.ts';

/** The most decimals, and the most significant digits, that a key value of the problem has. */
export interface Asked {
  readonly decimals: number;
  readonly significant: number;
}

const isNumber = (text: string | undefined): text is string => text !== undefined && Number.isFinite(Number(text));

export function askedIn(marks: readonly Mark[]): Asked {
  const keys = marks.map(({ expected }) => expected).filter(isNumber);
  const most = (of: (key: string) => number): number => Math.max(0, ...keys.map(of));
  return {
    decimals: most((key) => key.split('.')[1]?.length ?? 0),
    significant: most((key) => new Decimal(key).precision()),
  };
}

/**
 * Does an answer say less than the question asks for? Zeros at its end say nothing: `0.8000` is as short as `0.8`, and
 * 61700, `61.7k` and `6.17e4` are one number. By the digits of the whole problem, so that it tells nothing of one line.
 */
export function isShort({ value, read = '' }: Mark, asked: Asked): boolean {
  // The cells of an array stand in how it was read.
  const numbers = isNumber(value) ? [value] : read.startsWith('[') ? (read.match(numeral) ?? []) : [];
  const isShortOne = asked.decimals === 0 ? isRounded : (number: Decimal) => isShortNumber(number, asked);
  return numbers.some((number) => isShortOne(new Decimal(number)));
}

/** May it be a count that was rounded? Small ones are written out. */
const isRounded = (number: Decimal): boolean => number.abs().gte(leastRounded) && number.mod(10).isZero();

const numeral = /-?\d+(?:\.\d+)?/g;

const isShortNumber = (number: Decimal, { decimals, significant }: Asked): boolean =>
  number.decimalPlaces() < decimals && number.precision() < significant;
