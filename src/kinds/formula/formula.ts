import { type AnswerValue, isBlank } from '../../answers/value.ts';
import { print } from '../../expressions/print.ts';
import type { FormulaField } from '../../working/field.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type About, type Kind, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';
import { linesIn } from '../text.ts';
import { judged } from './mark.ts';
import { type FormulaReading, readFormulaAnswer } from './read.ts';

type Understood = Exclude<FormulaReading, { kind: 'unreadable' }>;

/** A line's formula in the names of the problem. */
export const formula: Kind<FormulaField, Understood> = {
  kind: 'formula',
  noun: 'a formula',
  read(value: AnswerValue, field, { working }: ReadingPlace): Reading<Understood> {
    if (isBlank(value)) return { kind: 'blank' };
    const [text = '', more] = linesIn(value);
    if (more !== undefined) return { kind: 'unreadable', reason: 'one formula is wanted, not a list' };
    const reading = readFormulaAnswer(text, field.name, lineOf(field, working), working);
    return reading.kind === 'unreadable' ? reading : { kind: 'read', value: reading };
  },
  numbers: noNumbers,
  mark: (reading, field, { working }): Outcome => judged(reading, lineOf(field, working), working),
  about(field, working): About {
    const words = working.names[field.of];
    return { expected: print(lineOf(field, working).formula), ...(words && { name: `the formula of ${words}` }) };
  },
};

function lineOf({ name, of }: FormulaField, { lines }: Working): Line {
  const found = lines.find((line) => line.name === of);
  if (!found) throw new Error(`the field "${name}" asks for the formula of "${of}", which is no line`);
  return found;
}
