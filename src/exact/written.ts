import { fold } from './characters.ts';
import type { Decimal } from './decimal.ts';
import { bare } from './dressing.ts';
import { ignored } from './ignored.ts';
import { limits } from './limits.ts';
import { type Fault, isFault, type Setting } from './numeral.ts';
import { unsigned } from './unsigned.ts';
import { unwrap } from './unwrap.ts';

/** A number as somebody wrote it. */
export interface Written {
  /** As written, trimmed. */
  readonly text: string;
  /** All digits as written; a fraction to the 50 digits of `Decimal`. Never -0. */
  readonly value: Decimal;
  /**
   * Digits after the decimal point, trailing zeros counted; what scales the number moves it: `6.2e-4` has 5, `97%` 2,
   * `1.5e3` -2, `6.8M` -5. For a fraction, the decimals of `value`.
   */
  readonly places: number;
  /** Significant digits as written, trailing zeros counted, leading ones not; 0 for zero. For a fraction, of `value`. */
  readonly significant: number;
  /** A whole number written out, or a fraction such as 1/8: nothing was rounded. */
  readonly exact: boolean;
  /** The value is a whole number. */
  readonly integer: boolean;
}

export type WrittenReading =
  | {
      readonly ok: true;
      readonly written: Written;
      /** The same number in the plain notation: `0.2500`, `1154560`, `6.8e6`, `1/8`. Reads back as the same. */
      readonly read: string;
      /** A sign or word before it says that it is rounded. */
      readonly approximate: boolean;
      /** What in it may also be a name: the letter of its suffix or exponent, its unit, the words of a remark. */
      readonly words: readonly string[];
      /** What was left out or taken for granted. */
      readonly notes: readonly string[];
    }
  | ({ readonly ok: false } & Fault);

/** The number as plain decimal text, with the places that were written. */
export const plainText = ({ value, places }: Written): string =>
  places >= 0 && places <= 30 ? value.toFixed(places) : value.toFixed();

export const longest = limits.line;

/**
 * Reads one number as people write it: `1,154,560`, `6.8M`, `97%`, `1.2×10^{-3}`, `\frac{1}{8}`, `½`, `≈ 0.7971`,
 * `\boxed{608 \text{ parameters}}`. Whatever can be taken for two different numbers is refused, with the reason.
 */
export function readWritten(text: string): WrittenReading {
  const fault = unreadable(text);
  if (fault) return { ok: false, ...fault };
  const reading = readPlain(plain(text));
  return reading.ok ? { ...reading, written: { ...reading.written, text: text.trim() } } : reading;
}

/** The text with one character for every notation of it; positions stay. */
export const plain = (text: string): string => unwrap(fold(text));

/** Why a text is not worth looking at. */
export function unreadable(text: string): Fault | undefined {
  if (text.length > longest) return { reason: `longer than ${longest} characters`, at: longest };
  const at = text.search(/[^\P{C}\t\n\r]/u);
  return at < 0 ? undefined : { reason: 'a character that cannot be seen; type the number again', at };
}

/** As `readWritten`, for a text that is `plain` already and stands in a known place. */
export function readPlain(text: string, setting: Setting = {}): WrittenReading {
  const { from, to, approximate, dropped } = bare(text, setting.asked);
  const inside = text.slice(from, to);
  const sign = /^[+-]?[\s\0]*/.exec(inside)?.[0] ?? '';
  const found = unsigned(inside, sign.length, setting);
  if (isFault(found)) return { ok: false, reason: found.reason, at: found.at + from };
  const { read, letter, remark, ...number } = found;
  const negative = sign.startsWith('-') && !number.value.isZero();
  const value = negative ? number.value.neg() : number.value;
  return {
    ok: true,
    written: { ...number, text: inside.replace(/\0/g, ''), value, exact: number.exact && !approximate },
    read: `${value.isNegative() ? '-' : ''}${read.replace(/^-/, '')}`,
    words: [...(letter === undefined ? [] : [letter]), ...dropped.flatMap((text) => text.match(/[\p{L}\d_]+/gu) ?? [])],
    approximate,
    notes: [...dropped.map(ignored), ...(remark ? [remark] : [])],
  };
}
