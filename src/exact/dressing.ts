import { skip, trimmed, uncalled, unenclosed, unlisted } from './enclosed.ts';
import type { Asked } from './grouping.ts';
import { match } from './numeral.ts';
import { remarkBefore } from './remark.ts';
import { unitStart } from './units.ts';

/** What is left of a text without what stands around a number. */
export interface Bare {
  readonly from: number;
  readonly to: number;
  /** A sign or word said that the number is rounded. */
  readonly approximate: boolean;
  /** What was left out: the unit, a remark, dots. */
  readonly dropped: readonly string[];
}

const lead =
  /[=≈~]|\\(?:approx|simeq|cong|sim)(?![a-zA-Z])|(?:approx\.|approximately|approx|about|roughly)(?!\p{L})/iuy;
const dots = /(?<=\d)(?:…|\.\.\.|[\s\0]*\\[cl]?dots)$/;

/** Leaves out a leading `=`, `≈` or `about`, a trailing remark, unit, comma or dots, and what encloses all of it. */
export function bare(text: string, asked?: Asked): Bare {
  const { start, signed } = afterSigns(text);
  const [from, to] = unenclosed(text, start, endOf(text, start));
  return [withoutRounding, withoutRemark, withoutUnit, withoutCall, withoutList, withoutDots].reduce<Bare>(
    (rest, without) => without(text, rest, asked) ?? rest,
    { from, to, approximate: signed, dropped: [] },
  );
}

function afterSigns(text: string): { start: number; signed: boolean } {
  let start = skip(text, 0);
  let signed = false;
  for (let sign = match(lead, text, start); sign; sign = match(lead, text, start)) {
    signed ||= sign[0] !== '=';
    start = skip(text, start + sign[0].length);
  }
  return { start, signed };
}

/** Leaves out what begins at `end`, if a number may stand before it. */
function upTo(text: string, rest: Bare, end: number, dropped: string, approximate = false): Bare | undefined {
  if (end <= rest.from) return undefined;
  const [from, to] = unenclosed(text, rest.from, end);
  return { from, to, approximate: rest.approximate || approximate, dropped: [...rest.dropped, dropped] };
}

const rounding =
  /(?<=\d)[\s\0]*(?:,[\s\0]*)?(?:rounded[\s\0]+)?to[\s\0]+\d{1,2}[\s\0]*(?:decimal[\s\0]+places?|decimals?|places|d\.?p\.?|s\.?f\.?|(?:significant|sig\.?)[\s\0]+(?:figures|figs?|digits)\.?|digits)$/i;

/** "rounded to 4 decimal places" after a number. */
function withoutRounding(text: string, rest: Bare): Bare | undefined {
  const start = Math.max(rest.from, rest.to - 60);
  const found = rounding.exec(text.slice(start, rest.to));
  return found ? upTo(text, rest, start + found.index, words(found[0]), true) : undefined;
}

function withoutRemark(text: string, rest: Bare): Bare | undefined {
  const remark = remarkBefore(text, rest.to);
  return remark && upTo(text, rest, remark.from, remark.text, remark.approximate);
}

function withoutUnit(text: string, rest: Bare, asked?: Asked): Bare | undefined {
  const to = text[rest.to - 1] === '.' ? rest.to - 1 : rest.to;
  const start = unitStart(text, to, asked === 'share');
  return start < to ? upTo(text, rest, start, words(text.slice(start, to))) : undefined;
}

function withoutCall(text: string, rest: Bare): Bare | undefined {
  const found = uncalled(text, [rest.from, rest.to]);
  if (!found) return undefined;
  const [from, to] = found.inside;
  return { ...rest, from, to, dropped: [...rest.dropped, words(found.word)] };
}

/** One number in a list of one. */
function withoutList(text: string, rest: Bare): Bare | undefined {
  const [from, to] = unlisted(text, [rest.from, rest.to]);
  return from === rest.from ? undefined : { ...rest, from, to };
}

function withoutDots(text: string, rest: Bare): Bare | undefined {
  const start = Math.max(rest.from, rest.to - 8);
  const found = dots.exec(text.slice(start, rest.to));
  return found ? upTo(text, rest, start + found.index, found[0].trim(), true) : undefined;
}

const words = (text: string): string => text.replaceAll('\0', '').trim().replace(/\s+/g, ' ');

/** Where the text ends without the punctuation of the sentence it stands in. */
export function endOf(text: string, from: number): number {
  let to = trimmed(text, text.length, from);
  while (text.slice(Math.max(from, to - 2), to) === '\\,') to = trimmed(text, to - 2, from);
  const stops = /(?:[,;]|[\d\s\0)}%]\.)$/.test(text.slice(Math.max(to - 2, from), to));
  return stops ? trimmed(text, to - 1, from) : to;
}
