import { type Fault, isFault } from './fault.ts';
import { limits } from './limits.ts';

export { type Fault, isFault };

import { commaless, type Expectation, run, spaced, ungrouped } from './grouping.ts';

/** A decimal number found in a text. */
export interface Numeral {
  /** Where it ends. */
  readonly end: number;
  /** The digits as written, without separators, with a digit on both sides of a decimal point: `0.50`. */
  readonly digits: string;
  /** The power of ten of its exponent, suffix or percent sign. */
  readonly scale: number;
  /** The letter or word that scales it (`e`, `E`, `K`, `k`, `M`, `B`, `G`, `million`), if one does. */
  readonly letter?: string;
  /** It is a percentage. */
  readonly percent?: boolean;
  /** How it was read, where what separates its digits might mean something else. */
  readonly remark?: string;
}

/** Where a number stands, which decides what may separate its digits. */
export interface Setting extends Expectation {
  /** Among the arguments of a function: a comma ends the number. */
  readonly list?: boolean;
  /** Among other numbers, where a point is a decimal point. */
  readonly inside?: boolean;
}

const exponent = /([eE])([+-]?\d+)/y;
const flops = String.raw`[Ff][Ll][Oo][Pp][Ss]?(?![\p{L}\p{N}_])`;
const words = '[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|[Mm]io\\.?';
const suffix = new RegExp(
  String.raw`[\s\0]*(?:([kKMGT]|kilo|mega|giga|tera)${flops}|([KkMBG]|${words})(?![\p{L}\p{N}_]))`,
  'uy',
);
const timesTen = /[\s\0]*(?:\*|[xX]|\\times|\\cdot)[\s\0]*10[\s\0]*(?:\^|\*\*|[⁺⁻⁰¹²³⁴-⁹])/y;
const percent = /[\s\0]*(?:\\?%(?!%)|(?:percent|per[\s\0]cent|pct\.?)(?!\p{L})|‰)/uy;
const sizes: Readonly<Record<string, number>> = {
  ...{ k: 3, m: 6, b: 9, g: 9, t: 12, kilo: 3, mega: 6, giga: 9, tera: 12 },
  ...{ thousand: 3, million: 6, billion: 9, trillion: 12, mio: 6, 'mio.': 6 },
};

/**
 * The decimal number that begins at `at`, if one does: digits, grouped in thousands or not, with an exponent, a suffix
 * (`K M B G thousand million billion`) or a percent sign.
 */
export function numeralAt(text: string, at: number, setting: Setting = {}): Numeral | Fault | undefined {
  const written = digitsAt(text, at, setting);
  if (written === undefined) return undefined;
  if (setting.list && groupedThere(text, at))
    return { reason: `the comma in "${groupedThere(text, at)}" may group digits or separate two numbers`, at };
  const end = at + written.length;
  const scale = scaleAt(text, end);
  if (isFault(scale)) return scale;
  const scaled = scale.letter !== undefined || match(timesTen, text, end) !== undefined;
  const isPoint = setting.inside && !written.includes(',');
  const found = ungrouped(written, at, setting, isPoint || scaled);
  return isFault(found) ? found : { ...found, ...scale };
}

function digitsAt(text: string, at: number, { list, asked }: Setting): string | undefined {
  if (list) return match(commaless, text, at)?.[0];
  return (asked === 'count' ? match(spaced, text, at)?.[0] : undefined) ?? match(run, text, at)?.[0];
}

const group = /^[1-9]\d{0,2}(?:,\d{3})+(?!\d)/;

function groupedThere(text: string, at: number): string | undefined {
  const whole = match(run, text, at)?.[0] ?? '';
  return group.test(whole) ? whole : undefined;
}

type Scale = Pick<Numeral, 'end' | 'scale' | 'letter' | 'percent'>;

/** What scales a number whose digits end at `end`. */
function scaleAt(text: string, end: number): Scale | Fault {
  const power = match(exponent, text, end);
  if (power) return withExponent(text, end, power);
  const size = match(suffix, text, end);
  const letter = size?.[1] ?? size?.[2];
  if (size && letter) return { end: end + size[0].length, scale: sizes[letter.toLowerCase()] ?? 0, letter };
  const hundredths = match(percent, text, end)?.[0];
  if (hundredths === undefined) return { end, scale: 0 };
  return { end: end + hundredths.length, scale: hundredths.endsWith('‰') ? -3 : -2, percent: true };
}

function withExponent(text: string, at: number, power: RegExpExecArray): Scale | Fault {
  const [whole, letter = 'e', size] = power;
  const scale = Number(size);
  const end = at + whole.length;
  if (Math.abs(scale) > limits.exponent) return tooLarge(at);
  if (/^[.\d]|^,\d/.test(text.slice(end, end + 2))) return { reason: 'an exponent must be a whole number', at: end };
  return { end, scale, letter };
}

/** The fault of an exponent that no answer has. */
export function tooLarge(at: number): Fault {
  return { reason: `an exponent beyond ±${limits.exponent} is no answer to a question of this kind`, at };
}

/** The first 20 characters, for a message. */
export const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

/** What a sticky expression matches at a position. */
export function match(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
