import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { Reading } from '../kind.ts';

/** A shape as it was written: its numbers in their order. */
export interface ReadNumbers {
  readonly numbers: readonly number[];
  readonly read: string;
}

type ShapeReading = Reading<ReadNumbers>;

/** Words that may stand beside the numbers of a shape. */
const words =
  /\\(?:times|cdot|left|right|text)(?![a-z])|(?<![\p{L}\p{N}])(?:the|shape|size|output|is|of|a|an|and|with|each|total|in|gives?|so|height|width|depth|batch|filters?|channels?|maps?|feature|kernels?|layers?|pixels?|values?|numbers?|neurons?|units?|activations?|tensor|torch|volume|conv(?:olution)?|pool(?:ing)?|relu|h|w|d|c)(?![\p{L}\p{N}])/giu;
const times = /(\d\s*)(?:[xX×✕⨯*·@]|\\times|\\cdot|by)(?=\s*\d)/gu;
/** Between factors a comma groups thousands. */
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g;
const grouped = /^\d{1,3}(?:[,' ]\d{3})+$/;
const most = { numbers: 8, length: 200 };

/**
 * Reads the shape of an output: `28×28×8`, `(28, 28, 8)`, `8@28x28`, a list of numbers, also with the number of its
 * cells beside it, `28x28x8 = 6272`. Text with anything but whole numbers, what parts them and a few words is refused.
 */
export function readShape(value: AnswerValue): ShapeReading {
  if (isBlank(value)) return { kind: 'blank' };
  const text = typeof value === 'string' ? value : listed(value);
  if (text === undefined || text.length > most.length) return unreadable('it is no list of whole numbers');
  const sides = sidesIn(text);
  const odd = sides.flat().find((part) => !/^\d{1,9}$/.test(part));
  if (odd !== undefined) return unreadable(`"${odd.slice(0, 20)}" is no whole number`);
  const [numbers, ...others] = sides.map((side) => side.map(Number)).sort((a, b) => b.length - a.length);
  if (!numbers || numbers.length > most.numbers) return unreadable('a shape such as 28×28×8 is needed');
  if (!others.every((other) => isSame(other, numbers)))
    return unreadable('its parts do not say the same; write the shape alone');
  return { kind: 'read', value: { numbers, read: numbers.join('×') } };
}

/** The numbers of each side of an equals sign, and of what stands in brackets behind a shape. */
function sidesIn(text: string): string[][] {
  const bare = text
    .replace(times, '$1 × ')
    .replace(times, '$1 × ')
    .replace(words, ' ')
    .replace(/[$]|\\[()[\]]/g, ' ');
  const sides = bare.split(/=|→|->/).flatMap(withoutBracket);
  return sides.map(partsOf).filter((parts) => parts.length > 0);
}

/** A shape, and what stands in brackets behind it. */
function withoutBracket(given: string): string[] {
  const side = given.trim();
  const open = side.lastIndexOf('(');
  const [shape, inside] = [side.slice(0, Math.max(0, open)).trimEnd(), side.slice(open + 1, -1)];
  const isBehind = side.endsWith(')') && !inside.includes(')') && /\d/.test(shape) && !/[\n\r]/.test(shape);
  return isBehind ? [shape, inside] : [given];
}

function partsOf(side: string): string[] {
  const text = (side.includes('×') ? side.replace(thousands, '') : side).trim().replace(/[.,;:]$/, '');
  if (grouped.test(text)) return [text.replace(/\D/g, '')];
  return text.split(/[\s×xX*·,;:()[\]{}"'\\]+/u).filter((part) => part !== '');
}

/** The same numbers, or how many cells they make. */
const isSame = (other: readonly number[], numbers: readonly number[]): boolean =>
  other.length === 1
    ? other[0] === numbers.reduce((product, n) => product * n, 1)
    : other.length === numbers.length && other.every((n, i) => n === numbers[i]);

const unreadable = (reason: string): ShapeReading => ({ kind: 'unreadable', reason });

const listed = (value: AnswerValue): string | undefined =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(' × ') : undefined;

/** What a shape says of the sides and the depth of an output, or why it cannot be one. */
export type Assigned =
  | { readonly ok: true; readonly sides: readonly number[]; readonly channels?: number }
  | { readonly ok: false; readonly reason: 'too-few' | 'too-many' | 'not-square' };

/**
 * Tells which number is which. Depth may come first or last; a square output is told by its two equal neighbours.
 * `sides` is 1 for a square output, 2 for height and width, 0 for a vector.
 */
export function assign(numbers: readonly number[], sides: 0 | 1 | 2, channels: boolean): Assigned {
  const expected = (sides === 1 ? 2 : sides) + (channels ? 1 : 0);
  const ones = numbers.filter((n) => n !== 1);
  const kept = sides === 0 && numbers.length > expected ? ones : withoutBatch(numbers, expected);
  if (kept.length < expected) return { ok: false, reason: 'too-few' };
  if (kept.length > expected) return { ok: false, reason: 'too-many' };
  if (sides === 0) return { ok: true, sides: [], ...(channels && { channels: kept[0] ?? 0 }) };
  if (sides === 2) return { ok: true, sides: kept.slice(0, 2), ...(channels && { channels: kept[2] ?? 0 }) };
  const [a = 0, b = 0, c = 0] = kept;
  if (a === b) return { ok: true, sides: [a], ...(channels && { channels: c }) };
  if (channels && b === c) return { ok: true, sides: [b], channels: a };
  return { ok: false, reason: 'not-square' };
}

/** `(1, 28, 28, 8)`: a batch of one. */
const withoutBatch = (numbers: readonly number[], expected: number): readonly number[] =>
  numbers.length === expected + 1 && numbers[0] === 1 ? numbers.slice(1) : numbers;
