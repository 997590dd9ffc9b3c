import type { Fault } from './fault.ts';
import { limits } from './limits.ts';

/** What a question asks for, which decides what separates the digits of its answer. */
export type Asked = 'places' | 'count' | 'share';

/** What is known of a number before it is read. */
export interface Expectation {
  readonly asked?: Asked;
  /** A comma is a decimal comma, because others in the answer are, or because thousands cannot be meant. */
  readonly commas?: boolean;
}

/** The digits of a number without separators, with a digit on both sides of a decimal point. */
export interface Digits {
  readonly digits: string;
  /** How it was read, where its separator might mean something else. */
  readonly remark?: string;
}

const comma = String.raw`,|\{,\}`;
const gaps = [String.raw`\\,`, '_', '\u00a0', '\u2009', '\u202f', "'"];

/** The characters of a number in any grouping; `gap` separates only where a digit follows. */
export const run = new RegExp(String.raw`(?:\d|[.,]\d)(?:[\d.]|(?:${[comma, ...gaps].join('|')})(?=\d))*`, 'y');
/** As `run`, where a comma ends the number. */
export const commaless = /(?:\d|\.\d)[\d.]*/y;
/** Groups of three that spaces separate, where a count is asked for. */
export const spaced = /[1-9]\d{0,2}(?: \d{3})+(?![\d'_]|[.,] ?\d| +\d)/y;

const byComma = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const byPoint = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
/** The same gap throughout. */
const byGap = new RegExp(
  String.raw`^[1-9]\d{0,2}(?:${[' ', ...gaps.slice(1)].map((by) => String.raw`(?:${by}\d{3})+`).join('|')})$`,
);

/** The comma or point of a number may separate thousands or decimals, and nothing in the question tells which. */
const doubtful = (written: string, at: number, what: 'comma' | 'point'): Fault => ({
  reason: `the ${what} in "${written.slice(0, 20)}" may be a decimal ${what} or separate thousands; write a decimal point, and no separators`,
  at,
});

/** The digits of a number as written (what `run` or `spaced` found). `scaled`: a suffix or exponent follows. */
export function ungrouped(given: string, at: number, setting: Expectation, scaled: boolean): Digits | Fault {
  const { asked } = setting;
  const written = given.replaceAll('{,}', ',').replaceAll('\\,', '\u2009');
  if (written.length > limits.digits) return { reason: `more than ${limits.digits} digits`, at };
  const commas = written.split(',').length - 1;
  const points = written.split('.').length - 1;
  if (commas === 0) return points > 1 ? manyPoints(written, at, asked) : onePoint(written, at, asked, scaled);
  if (points === 0 && commas === 1) return oneComma(written, at, setting, scaled);
  return manyCommas(written, at, asked);
}

const plain = (whole: string, fraction = '', remark?: string): Digits => ({
  digits: `${whole || '0'}${fraction && '.'}${fraction}`,
  ...(remark && { remark }),
});

function onePoint(written: string, at: number, asked: Asked | undefined, scaled: boolean): Digits | Fault {
  const [whole = '', fraction = ''] = written.split('.');
  if (asked === 'count' && !scaled && byPoint.test(written)) return doubtful(written, at, 'point');
  const digits = whole.replace(/\D/g, '');
  const isGrouped = digits !== whole;
  if (!/^\d*$/.test(fraction) || (isGrouped && !byGap.test(whole)))
    return { reason: `the digits of "${written.slice(0, 20)}" are not grouped in threes`, at };
  const remark = whole.includes(' ') ? `read as ${digits}: the spaces separate thousands` : undefined;
  return plain(digits, fraction, remark);
}

function manyPoints(written: string, at: number, asked: Asked | undefined): Digits | Fault {
  if (asked !== 'count' || !byPoint.test(written))
    return { reason: `"${written.slice(0, 20)}" has more than one decimal point`, at };
  const digits = written.replaceAll('.', '');
  return plain(digits, '', `read as ${digits}: the points separate thousands`);
}

function oneComma(written: string, at: number, { asked, commas }: Expectation, scaled: boolean): Digits | Fault {
  const [whole = '', fraction = ''] = written.split(',');
  if (/\D/.test(whole + fraction)) return doubtful(written, at, 'comma');
  const isGroup = byComma.test(written);
  const isDecimal =
    asked === 'share' || (asked === 'places' && (commas || !isGroup)) || (asked === 'count' && scaled && !isGroup);
  if (isDecimal) return plain(whole, fraction, `read as ${whole || '0'}.${fraction}: a decimal comma`);
  if (!isGroup || asked === 'places' || (asked === 'count' && scaled)) return doubtful(written, at, 'comma');
  return plain(whole + fraction, '', `read as ${whole}${fraction}: the comma separates thousands`);
}

function manyCommas(written: string, at: number, asked: Asked | undefined): Digits | Fault {
  const [whole = '', fraction = '', more] = written.split('.');
  if (more !== undefined || !byComma.test(whole) || !/^\d*$/.test(fraction)) return doubtful(written, at, 'comma');
  if (asked === 'count' && fraction.length === 3) return doubtful(written, at, 'comma');
  return plain(whole.replaceAll(',', ''), fraction);
}
