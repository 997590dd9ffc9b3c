import { askedOf } from '../../derived/asked-formula.ts';
import { print } from '../../formulas/print.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { FormulaField } from '../../working/field.ts';
import { code, say } from '../../working/message.ts';
import type { Working } from '../../working/working.ts';
import { type About, type Kind, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';
import { linesIn } from '../text.ts';
import { slipsIn } from './explain.ts';
import { judged } from './mark.ts';
import { readFormula, type Understood } from './read.ts';

/** A formula in the names of the question: a line's, or one over vectors and matrices. */
export const formula: Kind<FormulaField, Understood> = {
  kind: 'formula',
  noun: 'a formula',
  read(value: AnswerValue, field, { working }: ReadingPlace): Reading<Understood> {
    if (isBlank(value)) return { kind: 'blank' };
    const lines = linesIn(value);
    const understood = readFormula(lines.join('\n'), askedOf(field, working));
    return 'reason' in understood ? { kind: 'unreadable', ...understood } : { kind: 'read', value: understood };
  },
  said: ({ read }) => read,
  numbers: noNumbers,
  mark(understood, field, { working }): Outcome {
    const { read, comparison, tree, says, unequal, meaning } = understood;
    const asked = askedOf(field, working);
    const outcome = judged(comparison, () => slipsIn(tree, asked, field.of ?? field.name, working, meaning));
    const notes = unequal.map(
      (side) => say`${code(side)} is not equal to what follows it; the last formula was marked.`,
    );
    notes.push(...understood.notes);
    return { read, ...outcome, ...(says && { says }), ...(notes.length > 0 && { notes }) };
  },
  about: aboutFormula,
};

/** What a field about a formula is called, and its right answer. */
export function aboutFormula(field: Omit<FormulaField, 'kind'>, working: Working): About {
  const words =
    field.words ?? (field.of && working.names[field.of] ? `the formula of ${working.names[field.of]}` : undefined);
  return { expected: print(askedOf(field, working).right[0]), ...(words && { name: words }) };
}
