import { readNumberAnswer } from '../../answers/number.ts';
import { type AnswerValue, isBlank } from '../../answers/value.ts';
import { plainText } from '../../exact/written.ts';
import type { AccuracyField } from '../../working/field.ts';
import { type Kind, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';
import { linesIn } from '../text.ts';
import { judgeResult } from './judge.ts';

/** A reported accuracy, 0 … 1. */
interface ReadAccuracy {
  readonly accuracy: number;
  readonly read: string;
  /** As written, as plain decimal text. */
  readonly value: string;
  readonly notes: readonly string[];
}

/**
 * A reported accuracy, held against what reference runs gave. It is not run again: one that nothing contradicts earns
 * its points, one that the runs do not support waits for a person, who asks how it came about.
 */
export const accuracy: Kind<AccuracyField, ReadAccuracy> = {
  kind: 'accuracy',
  noun: 'an accuracy',
  read: readAccuracy,
  numbers: noNumbers,
  mark({ accuracy: reported, read, value, notes }, field, { working }): Outcome {
    const count = (given: string): number => Number(working.givens.get(given));
    const trained = field.trainSize === undefined ? {} : { trainSize: count(field.trainSize) };
    const { verdict, says } = judgeResult(field.band(), reported, { testSize: count(field.testSize), ...trained });
    const earns = verdict === 'implausible' ? 'a person decides' : 1;
    return { read, value, verdict, earns, says, ...(notes.length > 0 && { notes: [...notes] }) };
  },
  about: () => ({}),
};

/** A share of 1, or per cent with or without the sign: an accuracy over 1 can be nothing else. */
function readAccuracy(value: AnswerValue, { name }: AccuracyField, { working }: ReadingPlace): Reading<ReadAccuracy> {
  if (isBlank(value)) return { kind: 'blank' };
  const [text = '', more] = linesIn(value);
  if (more !== undefined) return { kind: 'unreadable', reason: 'one number is wanted, not a list' };
  const { aliases } = working;
  const context = { field: name, fields: [name], asks: 'share', valueOf: () => undefined } as const;
  const reading = readNumberAnswer(text, { ...context, ...(aliases && { aliases }) });
  if (reading.kind !== 'read') return reading;
  const { read, value: written, notes } = reading;
  const [number, plain] = [written.value.toNumber(), plainText(written)];
  if (number <= 1 || number > 100) return { kind: 'read', value: { accuracy: number, read, value: plain, notes } };
  const percent = { accuracy: number / 100, read: `${read} %`, value: plain, notes: [...notes, 'read as per cent'] };
  return { kind: 'read', value: percent };
}
