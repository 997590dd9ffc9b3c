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
 * Does an answer say less than the question asks for? Zeros at its end say nothing: `0.8000` is as short as `0.8`. Of
 * counts those are short that were written with a power of ten. By the digits of the whole problem, so that it tells
 * nothing of one line.
 */
export function isShort({ value, read = '' }: Mark, asked: Asked): boolean {
  if (asked.decimals === 0) return isNumber(value) && /\de[+-]?\d/.test(read);
  // The cells of an array stand in how it was read.
  const numbers = isNumber(value) ? [value] : read.startsWith('[') ? (read.match(numeral) ?? []) : [];
  return numbers.some((number) => isShortNumber(new Decimal(number), asked));
}

const numeral = /-?\d+(?:\.\d+)?/g;

const isShortNumber = (number: Decimal, { decimals, significant }: Asked): boolean =>
  number.decimalPlaces() < decimals && number.precision() < significant;
