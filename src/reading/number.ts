import type { Fault } from '../exact/numeral.ts';
import type { Written } from '../exact/written.ts';
import { type LineReading, textOf } from './chain.ts';
import { readLine } from './line.ts';
import { type Line, linesOf } from './lines.ts';
import { anotherQuantity } from './list.ts';
import type { NumberContext } from './names.ts';
import type { ShownStep } from './step.ts';
import { type AnswerValue, isBlank } from './value.ts';

/** Where a text cannot be read: the line (from 0), the character in it (from 0), and why. */
interface Unread extends Fault {
  readonly line: number;
}

/** A number answer as it was understood. */
export type NumberReading =
  | {
      readonly kind: 'read';
      /** The last value: the answer. */
      readonly value: Written;
      /**
       * How it was read, in the plain notation; lines are parted by line feeds. Reads back as the same, but for a later
       * line that begins with ≈, which is taken for the rest of the one before.
       */
      readonly read: string;
      /** Why the number may be meant otherwise: it is taken as the likelier reading, and costs nothing by itself. */
      readonly doubt?: string;
      /** The lines that could be read, with the sides and equalities of each; the last gives the answer. */
      readonly lines: readonly LineReading[];
      /** Every equality shown, in order. */
      readonly steps: readonly ShownStep[];
      /** What was left out or taken for granted. */
      readonly notes: readonly string[];
      /** Earlier lines that could not be read, and so were not checked. */
      readonly unread: readonly Unread[];
    }
  | { readonly kind: 'blank' }
  | ({ readonly kind: 'unreadable' } & Unread);

/**
 * Reads an answer that is to be one number: the number, arithmetic that comes to it, equalities that end in it, or
 * lines of work whose last one does. Ambiguous notation is refused with the reason; it never throws.
 */
export function readNumberAnswer(value: AnswerValue, context: NumberContext): NumberReading {
  if (isBlank(value)) return { kind: 'blank' };
  const lines = linesOf(value);
  if ('reason' in lines) return { kind: 'unreadable', ...lines };
  const place = hasDecimalCommas(lines) ? { ...context, commas: true } : context;
  const readings = lines.map((line, i) => ({ line, reading: readLine(line.text, place, i === lines.length - 1) }));
  const read = readings.flatMap(({ reading }) => (reading.ok ? [reading] : []));
  const unread = readings.flatMap(({ line, reading }) => (reading.ok ? [] : [placed(line, reading)]));
  const other = anotherQuantity(readings, place);
  if (other) return { kind: 'unreadable', ...placed(other.line, { reason: other.reason, at: 0 }) };
  const last = read.at(-1);
  if (!last || !readings.at(-1)?.reading.ok) return { kind: 'unreadable', ...(unread.at(-1) ?? nothing) };
  return {
    kind: 'read',
    value: last.value,
    ...(last.doubt && { doubt: last.doubt }),
    read: read.flatMap(({ statements }) => statements.map(textOf)).join('\n'),
    lines: read,
    steps: read.flatMap(({ statements }) => statements.flatMap(({ steps }) => steps)),
    notes: read.flatMap((line) => line.notes),
    unread,
  };
}

const decimalComma = /(?<![\d.,])(?:0,\d|\d+,(?:\d{1,2}|\d{4,})(?![\d,]))/;

/** Is the comma of some number a decimal comma beyond doubt, and no point a decimal point? */
const hasDecimalCommas = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => text.includes(',') && decimalComma.test(text)) &&
  !lines.some(({ text }) => /\d\.\d/.test(text));

const nothing: Unread = { line: 0, at: 0, reason: 'there is no number' };

/** Where in the lines as handed in a fault lies. */
function placed({ starts }: Line, { reason, at }: Fault): Unread {
  const start = starts.findLast((one) => one.at <= at) ?? { line: 0, at: 0, column: 0 };
  return { reason, line: start.line, at: at - start.at + start.column };
}
