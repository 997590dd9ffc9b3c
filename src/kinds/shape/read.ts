import { type AnswerValue, isBlank } from '../../answers/value.ts';
import type { Reading } from '../kind.ts';

/** A shape as it was written: its numbers in their order. */
export interface ReadNumbers {
  readonly numbers: readonly number[];
  readonly read: string;
}

type ShapeReading = Reading<ReadNumbers>;

/** Words that may stand beside the numbers of a shape. */
const words =
  /\b(?:the|shape|size|output|is|of|a|an|and|by|with|each|height|width|depth|filters?|channels?|maps?|feature|kernels?|layers?|pixels?|tensor|volume|h|w|d|c)\b|\\(?:times|cdot|left|right|text)\b/giu;
const most = 8;

/**
 * Reads the shape of an output: `28×28×8`, `(28, 28, 8)`, `[28,28,8]`, `28 x 28 x 8`, a list of numbers. Text with
 * anything but whole numbers, what parts them and a few words is refused.
 */
export function readShape(value: AnswerValue): ShapeReading {
  if (isBlank(value)) return { kind: 'blank' };
  const text = typeof value === 'string' ? value : listed(value);
  if (text === undefined || text.length > 200) return unreadable('it is no list of whole numbers');
  const bare = text.replace(/(\d\s*)[xX×✕⨯*·](?=\s*\d)/gu, '$1 × ').replace(words, ' ');
  const parts = bare.split(/[\s×xX*·,;:=()[\]{}$"'\\]+/u).filter((part) => part !== '');
  const odd = parts.find((part) => !/^\d{1,9}$/.test(part));
  if (odd !== undefined) return unreadable(`"${odd.slice(0, 20)}" is no whole number`);
  if (parts.length === 0 || parts.length > most) return unreadable('a shape such as 28×28×8 is needed');
  return { kind: 'read', value: { numbers: parts.map(Number), read: parts.map(Number).join('×') } };
}

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
  const kept = sides === 0 && numbers.length > expected ? ones : numbers;
  if (kept.length < expected) return { ok: false, reason: 'too-few' };
  if (kept.length > expected) return { ok: false, reason: 'too-many' };
  if (sides === 0) return { ok: true, sides: [], ...(channels && { channels: kept[0] ?? 0 }) };
  if (sides === 2) return { ok: true, sides: kept.slice(0, 2), ...(channels && { channels: kept[2] ?? 0 }) };
  const [a = 0, b = 0, c = 0] = kept;
  if (a === b) return { ok: true, sides: [a], ...(channels && { channels: c }) };
  if (channels && b === c) return { ok: true, sides: [b], channels: a };
  return { ok: false, reason: 'not-square' };
}
