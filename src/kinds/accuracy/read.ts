import { Decimal } from '../../exact/decimal.ts';
import { plainText } from '../../exact/written.ts';
import { type NumberReading, readNumberAnswer } from '../../reading/number.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { type Figure, figureOf } from '../../reported/window.ts';
import type { AccuracyField } from '../../working/field.ts';
import type { Reading, ReadingPlace } from '../kind.ts';
import { linesIn } from '../text.ts';

/** A reported accuracy as a share of 1, with its digits. */
export interface ReadAccuracy {
  readonly figure: Figure;
  readonly read: string;
  /** As written, as plain decimal text. */
  readonly value: string;
  readonly notes: readonly string[];
}

/** A share of 1, or per cent with or without the sign: an accuracy over 1 can be nothing else. */
export function readAccuracy(
  value: AnswerValue,
  { name }: AccuracyField,
  { working }: ReadingPlace,
): Reading<ReadAccuracy> {
  if (isBlank(value)) return { kind: 'blank' };
  const [text = '', more] = linesIn(value);
  if (more !== undefined) return { kind: 'unreadable', reason: 'one number is wanted, not a list' };
  const { aliases } = working;
  const context = { field: name, fields: [name], asks: 'share', valueOf: () => undefined } as const;
  const error = withoutError(counted(text.trim()));
  const reading = readNumberAnswer(error ?? counted(text.trim()), { ...context, ...(aliases && { aliases }) });
  if (reading.kind !== 'read') return reading;
  const said = asShare(reading, text);
  return error === undefined || said.kind !== 'read' ? said : { kind: 'read', value: complement(said.value) };
}

/** `484 of 500` is a fraction. */
const counted = (text: string): string => text.replace(/^(\d{1,9}) (?:of|out of) (\d{1,9})(?!\d)/i, '$1/$2');

const errorBefore = /^(?:\p{L}+ ){0,3}errors?(?: rate)?(?: ?[:=] ?| (?:is|was|of) | )(?=[\d.])/iu;
const errorBehind = /^(?:\p{L}+ ){0,3}errors?(?: rate)?$/iu;

/** The number of `test error = 8.37%` or `8.37% test error`; undefined where no error is named. */
function withoutError(text: string): string | undefined {
  const rest = text.replace(errorBefore, '');
  if (rest !== text) return rest;
  const end = text.lastIndexOf('%') + 1;
  return end > 0 && end < text.length && errorBehind.test(text.slice(end).trim()) ? text.slice(0, end) : undefined;
}

/** What is named an error is the rest of the accuracy. */
function complement({ figure, notes }: ReadAccuracy): ReadAccuracy {
  const value = new Decimal(1).minus(figure.value);
  const note = `This is named an error of ${figure.value.times(100).toFixed()} %, so it was read as an accuracy of ${value.times(100).toFixed()} %.`;
  return { figure: { ...figure, value }, read: value.toFixed(), value: value.toFixed(), notes: [...notes, note] };
}

function asShare(reading: Extract<NumberReading, { kind: 'read' }>, text: string): Reading<ReadAccuracy> {
  const { read, notes, value: written } = reading;
  const number = written.value.toNumber();
  if (/^1$/.test(text.trim())) return { kind: 'unreadable', reason: 'it may be 1 of 1 or 1 %; write 100 % or 0.01' };
  const figure: Figure = { ...figureOf(written), exact: written.exact && !written.integer };
  if (number <= 1 || number > 100) return { kind: 'read', value: { figure, read, value: plainText(written), notes } };
  const share = { ...figure, value: figure.value.div(100), places: figure.places + 2 };
  const more100 = {
    figure: share,
    read: `${read} %`,
    value: plainText(written),
    notes: [...notes, 'read as per cent'],
  };
  return { kind: 'read', value: more100 };
}
