import { compare, type FormulaReading, readFormulaAnswer } from '../answers/formula.ts';
import { samplesOf } from '../answers/samples.ts';
import { mutantsOf } from '../derived/slips/mutants.ts';
import { print } from '../expressions/print.ts';
import type { Mark, Slip, Verdict } from '../records/result.ts';
import type { Line, Working } from '../working/problem.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

/** Agreement of formulas at random points to 40 digits leaves chance no room worth a smaller number. */
const certain = '99.0';

/** Marks a field that asks for a line's formula, in the names of the problem. */
export function markFormula(
  field: string,
  text: string,
  line: Line,
  working: Working,
  outOf: number,
  solutionShown: boolean,
): Scored {
  const reading = readFormulaAnswer(text, field, line, working);
  const slips = reading.kind === 'different' ? slipsIn(reading, line, working) : [];
  const { verdict, says } = judgement(reading, slips);
  const waiting = verdict === 'unreadable' || verdict === 'review' ? outOf : 0;
  const points = verdict === 'correct' ? outOf : 0;
  const formula = print(line.formula);
  const mark: Mark = {
    field,
    given: text,
    ...(reading.kind !== 'unreadable' && { read: reading.read }),
    verdict,
    ...(solutionShown && { expected: formula }),
    points: pointsText(points),
    outOf: pointsText(outOf),
    ...(waiting > 0 && { waiting: pointsText(waiting) }),
    asked: outOf > 0,
    ...(says && { says }),
    ...(slips.length > 0 && { slips }),
    ...(working.names[line.name] && { name: `the formula of ${working.names[line.name]}` }),
  };
  return { mark, points, waiting };
}

type Different = Extract<FormulaReading, { kind: 'different' }>;

function judgement(reading: FormulaReading, slips: readonly Slip[]): { verdict: Verdict; says?: string } {
  if (reading.kind === 'unreadable') {
    const says = `This could not be read as a formula: ${reading.reason}. A person will look; nothing is lost until then.`;
    return { verdict: 'unreadable', says };
  }
  if (reading.kind === 'equal') return { verdict: 'correct' };
  if (reading.kind === 'undecided')
    return { verdict: 'review', says: 'The formula has a value at too few points to be compared; a person will look.' };
  const differ = `The two formulas differ: at ${reading.given} yours gives ${reading.yours}, and the right one ${reading.right}.`;
  const [first] = slips;
  return first ? { verdict: 'slip', says: `${first.says} ${differ}` } : { verdict: 'wrong', says: differ };
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
