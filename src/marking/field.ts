import type { Mark } from '../records/result.ts';
import type { Line } from '../working/problem.ts';
import { markAccuracy } from './accuracy.ts';
import type { AnsweredField } from './answered-field.ts';
import { markChoice } from './choice.ts';
import { markFormula } from './formula.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

/** The mark of a field that is no line, by the kind of its answer. */
export function markField(answered: AnsweredField): Scored {
  const { field, value, loaded, options, outOf } = answered;
  if (field.kind === 'formula' && typeof value === 'string') {
    const line = loaded.working.lines.find(({ name }) => name === field.of) as Line;
    return markFormula(field.name, value, line, loaded.working, outOf, options.solutionShown);
  }
  if (field.kind === 'accuracy' && typeof value === 'string') return markAccuracy(field, value, answered);
  if (field.kind === 'choice') return markChoice(field, answered);
  return forPerson(answered);
}

/** An answer of a form that only a person can mark. */
function forPerson({ field, value, outOf, asked }: AnsweredField): Scored {
  const mark: Mark = {
    field: field.name,
    given: typeof value === 'string' ? value : JSON.stringify(value),
    verdict: 'review',
    points: '0',
    outOf: pointsText(outOf),
    ...(outOf > 0 && { waiting: pointsText(outOf) }),
    asked,
    says: 'A person reads this answer; nothing is lost until then.',
  };
  return { mark, points: 0, waiting: outOf };
}

/** A field that was asked for and not answered. */
export function blankField(field: string, outOf: number): Scored {
  const says = 'No answer was handed in for this line.';
  return {
    mark: { field, verdict: 'blank', points: '0', outOf: pointsText(outOf), asked: true, says },
    points: 0,
    waiting: 0,
  };
}
