import { match } from '../exact/numeral.ts';
import { type Bracket, Refusal } from './assembly.ts';
import { pastBlanks, type Rule, type Source } from './source.ts';

const blanks = /(?:[\s\0~]|\\,)+/y;
const operators = /\*\*|\\(times|cdot|ast|div)(?![a-zA-Z])|[-+*/^]/y;
const plainOperator: Readonly<Record<string, string>> = { '**': '^', '\\div': '/' };
const numerator = /\\[dt]?frac[\s\0]*(?:\{|(\d))/y;
const mixed = /\\[dt]?frac[\s\0]*(?:\{[\s\0]*\d+[\s\0]*\}|\d)[\s\0]*(?:\{[\s\0]*\d+[\s\0]*\}|\d)/y;
const loneDigit = /\d(?![\s\0]*[\d.]|,\d)/y;
const brackets = /\\([lr])(floor|ceil|vert)(?![a-zA-Z])|[()[\]{}⌊⌋⌈⌉]/y;
const raisedIndex = /(?<=\^[\s\0]{0,20})\{[\s\0]*\([\p{L}\p{N}\s\0]*\)[\s\0]*\}/uy;

/** What each bracket is in the plain notation, and what closes it. */
const opening: Readonly<Record<string, readonly [string, string]>> = {
  '(': ['(', ')'],
  '[': ['(', ']'],
  '{': ['(', '}'],
  '⌊': ['floor(', '⌋'],
  '⌈': ['ceil(', '⌉'],
};
const typeset: Readonly<Record<string, string>> = { lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉' };

export const blank: Rule = ({ text }, at) => {
  const found = match(blanks, text, at);
  return found && at + found[0].length;
};

export const operator: Rule = ({ text, out }, at) => {
  const found = match(operators, text, at)?.[0];
  if (found === undefined) return undefined;
  if (found === '/' && text[at + 1] === '/') throw new Refusal('"//" has no meaning here; write floor(…)', at);
  out.operator(plainOperator[found] ?? (found.startsWith('\\') ? '*' : found), at);
  return at + found.length;
};

/** `\frac{…}{…}`, up to its first bracket, where `bracket` does the rest; `\frac1…` up to its denominator. */
export const fraction: Rule = (source, at) => {
  const { text, out } = source;
  const found = match(numerator, text, at);
  if (!found) return undefined;
  if (out.ended === 'number' && match(mixed, text, at)) {
    throw new Refusal('this may be a mixed number or a product; write a sign before the fraction', at);
  }
  out.open('((', at, '}', { over: true });
  const end = at + found[0].length;
  if (found[1] === undefined) return end;
  out.operand(found[1], end - 1, 'number');
  return denominator(source, out.close('}', end - 1), end);
};

export const bracket: Rule = (source, at) => {
  const found = match(brackets, source.text, at);
  if (!found || found[2] === 'vert') return undefined;
  const [all] = found;
  const sign = typeset[all.slice(1)] ?? all;
  const [plain, closes] = opening[sign] ?? [];
  const end = at + all.length;
  if (match(raisedIndex, source.text, at)) throw new Refusal('a raised number in brackets may be an index', at);
  if (plain && closes) {
    source.out.loose ||= sign === '[' && source.out.spaced && source.out.ended === 'bracket';
    source.out.open(plain, at, closes);
    return end;
  }
  const closed = source.out.close(sign, at);
  return closed.over ? denominator(source, closed, end) : end;
};

/** A numerator was closed: its denominator must follow, in brackets or as one digit. */
function denominator({ text, out }: Source, closed: Bracket, end: number): number {
  const at = pastBlanks(text, end);
  const digit = match(loneDigit, text, at)?.[0];
  if (text[at] !== '{' && digit === undefined) throw new Refusal('a denominator in { } is missing here', end);
  out.denominator(closed, at);
  if (digit === undefined) return at + 1;
  out.operand(digit, at, 'number');
  out.close('}', at);
  return at + 1;
}

const bars = String.raw`\\[lr][vV]ert(?![a-zA-Z])|\\\||\|\||[|‖∥]`;
const oneBar = new RegExp(bars, 'y');
const everyBar = new RegExp(bars, 'g');
/** Which norm it is: of one number all are its size. */
const order = /_[\s\0]*(?:[12F]|\{[\s\0]*[12F][\s\0]*\})/y;

/** `|…|`, the absolute value, and `‖…‖` of one number, where there is but one: with more it is unclear which opens. */
export const bar: Rule = ({ text, out }, at) => {
  const found = match(oneBar, text, at);
  if (!found) return undefined;
  if ((text.match(everyBar)?.length ?? 0) > 2) throw new Refusal('write abs(…) for |…|', at);
  const end = at + found[0].length;
  const closes = out.bracket?.closes === '|' && out.ended !== 'nothing';
  if (!closes) out.open('abs(', at, '|');
  else out.close('|', at);
  return closes ? end + (match(order, text, end)?.[0].length ?? 0) : end;
};

export const comma: Rule = ({ text, out }, at) => {
  if (text[at] !== ',') return undefined;
  out.comma(at);
  return at + 1;
};

const reasons: readonly (readonly [RegExp, string])[] = [
  [/\.\.|…|\\[cl]?dots/y, 'dots leave terms out; write every term'],
  [/[±∓]|\\(?:pm|mp)/y, 'a ± gives two values; write one'],
  [/\./y, 'a point without digits; write * for a product'],
  [/%/y, '"%" has no number before it'],
  [/!/y, '"!" has no meaning here; write a factorial out as a product'],
  [/:/y, '":" has no meaning here; write / for a division'],
  [/["`“”„«»]/y, 'a quotation mark has no meaning in a number'],
  [/∞|\\infty/y, 'infinity is no number'],
  [/\\[dt]?frac/y, 'write a fraction as \\frac{…}{…}'],
  [/\\over(?![a-zA-Z])/y, 'write a fraction as \\frac{…}{…} or with brackets and /'],
];

/** Everything else is refused. */
export const unknown: Rule = ({ text }, at) => {
  const reason = reasons.find(([pattern]) => match(pattern, text, at))?.[1];
  const seen = /^\\[a-zA-Z]+|^./su.exec(text.slice(at))?.[0] ?? '';
  throw new Refusal(reason ?? `"${seen}" has no meaning in a number`, at);
};
