import { mutantsOf } from '../../derived/slips/mutants.ts';
import { print } from '../../expressions/print.ts';
import type { Slip } from '../../records/result.ts';
import type { Line, Working } from '../../working/problem.ts';
import type { Outcome } from '../kind.ts';
import { compare, type FormulaReading } from './read.ts';
import { samplesOf } from './samples.ts';

/** Agreement of formulas at random points to 40 digits leaves chance no room worth a smaller number. */
const certain = '99.0';

type Understood = Exclude<FormulaReading, { kind: 'unreadable' }>;
type Different = Extract<FormulaReading, { kind: 'different' }>;

/** What a formula deserves that was compared with a line's. */
export function judged(reading: Understood, line: Line, working: Working): Outcome {
  const { read } = reading;
  if (reading.kind === 'equal') return { read, verdict: 'correct', earns: 1 };
  if (reading.kind === 'undecided') {
    const says = 'The formula has a value at too few points to be compared; a person will look.';
    return { read, verdict: 'review', earns: 0, waits: 1, says };
  }
  const differ = `The two formulas differ: at ${reading.given} yours gives ${reading.yours}, and the right one ${reading.right}.`;
  const slips = slipsIn(reading, line, working);
  const [first] = slips;
  if (!first) return { read, verdict: 'wrong', earns: 0, says: differ };
  return { read, verdict: 'slip', earns: 0, says: `${first.says} ${differ}`, slips };
}

/** The slips that make the line's formula into the student's, cheapest first. */
function slipsIn({ tree }: Different, line: Line, working: Working): Slip[] {
  const samples = samplesOf(working);
  const fitting = mutantsOf(working).filter(({ trees }) => {
    const mutated = trees.get(line.name);
    return mutated && trees.size === 1 && compare(tree, { ...line, formula: mutated }, samples) === 'equal';
  });
  const [first] = [...fitting].sort((a, b) => a.price - b.price);
  if (!first) return [];
  const { kind, wording, trees } = first;
  const formula = print(trees.get(line.name) ?? line.formula);
  const { says, hint, check } = wording;
  return [{ kind, step: line.name, evidence: certain, says, formula, hint, check }];
}
