import { readChoice } from '../answers/choice.ts';
import type { Mark } from '../records/result.ts';
import type { Field } from '../working/problem.ts';
import type { AnsweredField } from './answered-field.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

type Choice = Extract<Field, { kind: 'choice' }>;

/** Marks an answer that names one of a few things. */
export function markChoice(field: Choice, { value, options, outOf, asked }: AnsweredField): Scored {
  const reading = readChoice(value, field.options);
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  const { solutionShown } = options;
  const base = { field: field.name, given, outOf: pointsText(outOf), asked };
  const expected = solutionShown ? { expected: field.right } : {};
  if (reading.kind !== 'read') {
    const reason = reading.kind === 'unreadable' ? reading.reason : 'it is empty';
    const says = `This could not be read: ${reason}. A person will look; nothing is lost until then.`;
    const waiting = outOf > 0 ? { waiting: pointsText(outOf) } : {};
    return {
      mark: { ...base, ...expected, verdict: 'unreadable', points: '0', ...waiting, says },
      points: 0,
      waiting: outOf,
    };
  }
  const isRight = reading.option === field.right;
  const points = isRight ? outOf : 0;
  const says = solutionShown ? field.because : `It is not ${reading.option}; compare the counts.`;
  const mark: Mark = {
    ...base,
    ...expected,
    read: reading.option,
    verdict: isRight ? 'correct' : 'wrong',
    points: pointsText(points),
    ...(!isRight && { says }),
  };
  return { mark, points, waiting: 0 };
}
