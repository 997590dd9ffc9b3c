import { readWritten } from '../../exact/written.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { nothingReported } from '../../reported/reported.ts';
import { type Figure, figureOf } from '../../reported/window.ts';
import type { ReportedField } from '../../working/field.ts';
import { type Kind, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { linesIn } from '../text.ts';

/** A number that the student reports of a run, such as a loss: only the paper's other numbers can contradict it. */
export const reported: Kind<ReportedField, Figure> = {
  kind: 'reported',
  noun: 'a number',
  read(value: AnswerValue): Reading<Figure> {
    if (isBlank(value)) return { kind: 'blank' };
    const [text = '', more] = linesIn(value);
    if (more !== undefined) return { kind: 'unreadable', reason: 'one number is wanted, not a list' };
    const reading = readWritten(text);
    return reading.ok
      ? { kind: 'read', value: figureOf(reading.written) }
      : { kind: 'unreadable', reason: reading.reason };
  },
  numbers: noNumbers,
  reports: (figure, { name }) => ({ ...nothingReported, figures: new Map([[name, figure]]) }),
  mark(figure, { least }): Outcome {
    const read = figure.text;
    if (least !== undefined && figure.value.lt(least))
      return {
        read,
        verdict: 'implausible',
        earns: 0,
        waits: 1,
        says: `It cannot be below ${least}. How is ${read} to be read?`,
      };
    return { read, verdict: 'consistent', earns: 1, says: 'Nothing in the paper contradicts it.' };
  },
  about: () => ({}),
};
