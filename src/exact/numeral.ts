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
  /** What separates its thousands, where it might mean something else: one comma, or spaces. */
  readonly separator?: 'comma' | 'spaces';
}

/** Where a number stands, which decides what may separate its thousands. */
export interface Setting {
  /** Among the arguments of a function: a comma ends the number. */
  readonly list?: boolean;
  /** In an answer with decimal places one comma may be a decimal comma; in a count, spaces may separate thousands. */
  readonly asked?: 'places' | 'count';
}

/** Why a text cannot be read, and at which character (from 0). */
export interface Fault {
  readonly reason: string;
  readonly at: number;
}

export const isFault = (found: object): found is Fault => 'reason' in found;

const most = { digits: 1000, exponent: 400 };
const separators = [',', String.raw`\{,\}`, String.raw`\\,`, '_', '\u00a0', '\u2009', '\u202f'];
const separator = separators.join('|');
const run = new RegExp(String.raw`(?:\d|\.\d)(?:[\d.]|(?:${separator})(?=\d))*`, 'y');
const spaced = /[1-9]\d{0,2}(?: \d{3}){2,}(?!\d|[.,_] ?\d| +\d)/y;
const oneComma = /^\d{1,3}(?:,|\{,\})\d{3}$/;
const commaless = /(?:\d|\.\d)[\d.]*/y;
const groups = separators.map((one) => String.raw`(?:${one}\d{3})+`);
const thousands = new RegExp(String.raw`^[1-9]\d{0,2}(?:${groups.join('|')})$`);
const exponent = /([eE])([+-]?\d+)/y;
const suffix = /(?:\0*([KkMBG])|[\s\0]*([Tt]housand|[Mm]illion))(?![\p{L}\p{N}_])/uy;
const percent = /[\s\0]*\\?%/y;
const sizes: Readonly<Record<string, number>> = { K: 3, k: 3, M: 6, B: 9, G: 9, thousand: 3, million: 6 };

/**
 * The decimal number that begins at `at`, if one does: digits, grouped in thousands or not, with an exponent, a suffix
 * (`K M B G thousand million`) or a percent sign.
 */
export function numeralAt(text: string, at: number, setting: Setting = {}): Numeral | Fault | undefined {
  const digits = digitsAt(text, at, setting);
  if (digits === undefined) return undefined;
  if (setting.list && groupedThere(text, at)) {
    return { reason: `the comma in "${groupedThere(text, at)}" may group digits or separate two numbers`, at };
  }
  if (setting.asked === 'places' && oneComma.test(digits)) return misgrouped(digits, at);
  const plain = ungrouped(digits, at);
  return typeof plain === 'string' ? scaled(text, at + digits.length, plain, digits) : plain;
}

function digitsAt(text: string, at: number, { list, asked }: Setting): string | undefined {
  if (list) return match(commaless, text, at)?.[0];
  return (asked === 'count' ? match(spaced, text, at)?.[0] : undefined) ?? match(run, text, at)?.[0];
}

function groupedThere(text: string, at: number): string | undefined {
  const whole = match(run, text, at)?.[0] ?? '';
  return whole.includes(',') && thousands.test(whole.split('.')[0] ?? '') ? whole : undefined;
}

function ungrouped(written: string, at: number): string | Fault {
  const [whole = '', fraction = '', more] = written.split('.');
  if (more !== undefined) return { reason: `"${short(written)}" has more than one decimal point`, at };
  if (!/^\d*$/.test(fraction) || !(/^[\d ]*$/.test(whole) || thousands.test(whole))) return misgrouped(written, at);
  const digits = whole.replace(/\D/g, '');
  if (digits.length + fraction.length > most.digits) return { reason: `more than ${most.digits} digits`, at };
  return `${digits || '0'}${fraction && '.'}${fraction}`;
}

function misgrouped(written: string, at: number): Fault {
  if (!written.includes(',')) return { reason: `the digits of "${short(written)}" are not grouped in threes`, at };
  const mend = 'write a decimal point, and no separators';
  return { reason: `the comma in "${short(written)}" may be a decimal comma or separate thousands; ${mend}`, at };
}

function scaled(text: string, end: number, digits: string, written: string): Numeral | Fault {
  const found = { digits, ...separatorOf(written) };
  const power = match(exponent, text, end);
  if (power) return withExponent(text, end, power, found);
  const size = match(suffix, text, end);
  const letter = size?.[1] ?? size?.[2]?.toLowerCase();
  if (size && letter) return { ...found, end: end + size[0].length, scale: sizes[letter] ?? 0, letter };
  const hundredths = match(percent, text, end);
  return { ...found, end: end + (hundredths?.[0].length ?? 0), scale: hundredths ? -2 : 0 };
}

function separatorOf(written: string): Pick<Numeral, 'separator'> {
  if (written.includes(' ')) return { separator: 'spaces' };
  return written.match(/\d,\d/g)?.length === 1 ? { separator: 'comma' } : {};
}

type Unscaled = Pick<Numeral, 'digits' | 'separator'>;

function withExponent(text: string, at: number, power: RegExpExecArray, found: Unscaled): Numeral | Fault {
  const [whole, letter = 'e', size] = power;
  const scale = Number(size);
  const end = at + whole.length;
  if (Math.abs(scale) > most.exponent) return tooLarge(at);
  if (/^[.\d]|^,\d/.test(text.slice(end, end + 2))) return { reason: 'an exponent must be a whole number', at: end };
  return { ...found, end, scale, letter };
}

/** The fault of an exponent that no answer has. */
export function tooLarge(at: number): Fault {
  return { reason: `an exponent beyond ±${most.exponent} is no answer to a question of this kind`, at };
}

/** The first 20 characters, for a message. */
export const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

/** What a sticky expression matches at a position. */
export function match(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
