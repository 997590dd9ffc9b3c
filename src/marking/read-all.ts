import type { Shown } from '../exact/agreement.ts';
import { Decimal } from '../exact/decimal.ts';
import { type Answered, fieldsOf, givenText, kindOf, type MarkingPlace, type ReadingPlace } from '../kinds/index.ts';
import { type AnswerValue, isBlank } from '../reading/value.ts';
import { nothingReported } from '../reported/reported.ts';
import type { Field } from '../working/field.ts';
import type { LoadedProblem } from './assignment.ts';

/**
 * Reads every answer, in the order of the fields, so that later ones may name the numbers of earlier ones. `written`: the
 * answers as they were handed in.
 */
export function readAll(
  { working }: LoadedProblem,
  answers: Readonly<Record<string, AnswerValue>>,
  written: Readonly<Record<string, AnswerValue>> = answers,
): Map<string, Answered> {
  const answered = new Map<string, Answered>();
  const numbers = new Map<string, Shown>();
  const numberOf = (name: string): Decimal | undefined => {
    const text = working.givens.get(name) ?? numbers.get(name)?.text;
    return text === undefined ? undefined : new Decimal(text);
  };
  for (const field of fieldsOf(working)) {
    const value = Object.hasOwn(answers, field.name) ? (answers[field.name] ?? null) : null;
    if (value === null) continue;
    const answer = readOne(field, value, { working, numberOf });
    for (const [line, number] of answer.numbers) numbers.set(line, number);
    answered.set(field.name, { ...answer, given: givenText(written[field.name] ?? value) });
  }
  return answered;
}

function readOne(field: Field, value: AnswerValue, place: ReadingPlace): Answered {
  const given = givenText(value);
  if (isBlank(value))
    return { field, given, reading: { kind: 'blank' }, numbers: new Map(), reported: nothingReported };
  const kind = kindOf(field);
  const reading = kind.read(value, field, place);
  const numbers =
    reading.kind === 'read' ? kind.numbers(reading.value, field, place.working) : new Map<string, Shown>();
  const reported = reading.kind === 'read' ? kind.reports?.(reading.value, field, place.working) : undefined;
  return { field, given, reading, numbers, reported: reported ?? nothingReported };
}

/** The numbers of all answers, by line; a line's own field has the last word. */
export function statedBy(answers: readonly Answered[]): Map<string, Shown> {
  const all = answers.flatMap(({ field, numbers }) =>
    [...numbers].map(([line, number]) => ({ line, number, own: line === field.name })),
  );
  return new Map([...all].sort((a, b) => Number(a.own) - Number(b.own)).map(({ line, number }) => [line, number]));
}

/** By line, the field that stated it in the place of one of its own. */
export function statedInOf(answered: ReadonlyMap<string, Answered>): MarkingPlace['statedIn'] {
  const all = [...answered.values()].flatMap(({ field, numbers }) =>
    [...numbers.keys()].map((line) => [line, field.name] as const),
  );
  const fields = new Map(all.filter(([line, field]) => line !== field && !answered.has(line)));
  return (line) => fields.get(line);
}

/** Is there anything in it? */
export const isHandedIn = (answer: Answered | undefined): boolean =>
  answer !== undefined && answer.reading.kind !== 'blank';
