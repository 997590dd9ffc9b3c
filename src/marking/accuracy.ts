import { judgeResult } from '../answers/result.ts';
import { readWritten } from '../exact/written.ts';
import type { Mark } from '../records/result.ts';
import type { Field } from '../working/problem.ts';
import type { AnsweredField } from './answered-field.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

type Accuracy = Extract<Field, { kind: 'accuracy' }>;

/**
 * Marks a reported accuracy by what reference runs gave. It is not run again: one that nothing contradicts earns its
 * points, one that the runs do not support waits for a person, who asks how it came about.
 */
export function markAccuracy(field: Accuracy, text: string, { loaded, outOf, asked }: AnsweredField): Scored {
  const base = { field: field.name, given: text, outOf: pointsText(outOf), asked };
  const reading = readAccuracy(text);
  if ('reason' in reading) {
    const says = `This could not be read as an accuracy: ${reading.reason}. A person will look; nothing is lost until then.`;
    return waiting({ ...base, verdict: 'unreadable', points: '0', says }, outOf);
  }
  const { accuracy, read, notes } = reading;
  const count = (given: string): number => Number(loaded.working.givens.get(given));
  const trained = field.trainSize === undefined ? {} : { trainSize: count(field.trainSize) };
  const { verdict, says } = judgeResult(field.band(), accuracy, { testSize: count(field.testSize), ...trained });
  const mark: Mark = { ...base, read, verdict, points: '0', says, ...(notes.length > 0 && { notes }) };
  if (verdict === 'implausible') return waiting(mark, outOf);
  return { mark: { ...mark, points: pointsText(outOf) }, points: outOf, waiting: 0 };
}

const waiting = (mark: Mark, outOf: number): Scored => ({
  mark: { ...mark, ...(outOf > 0 && { waiting: pointsText(outOf) }) },
  points: 0,
  waiting: outOf,
});

/** A share of 1, or per cent with or without the sign: an accuracy over 1 can be nothing else. */
function readAccuracy(text: string): { accuracy: number; read: string; notes: string[] } | { reason: string } {
  const reading = readWritten(text);
  if (!reading.ok) return { reason: reading.reason };
  const value = reading.written.value.toNumber();
  if (value <= 1 || value > 100) return { accuracy: value, read: reading.read, notes: [...reading.notes] };
  return { accuracy: value / 100, read: `${reading.read} %`, notes: [...reading.notes, 'read as per cent'] };
}
