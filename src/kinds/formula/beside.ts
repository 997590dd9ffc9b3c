import { askedOf } from '../../derived/asked-formula.ts';
import { namesIn } from '../../formulas/tree.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { FormulaField } from '../../working/field.ts';
import type { Working } from '../../working/working.ts';
import { linesIn } from '../text.ts';
import { readFormula } from './read.ts';

/** An answer to a line that holds its formula: the formula, and what is left for the line's own field. */
export interface Beside {
  readonly formula: string;
  readonly rest: AnswerValue;
}

/**
 * The formula in an answer to a line, where its formula is asked for too: `dL/dw3 = dL/dyhat * … * x3 = 0.0006`, or in a
 * line of its own. Undefined where there is none. `reads` says whether the line's own field understands a value.
 */
export function formulaBeside(
  value: AnswerValue,
  field: FormulaField,
  working: Working,
  reads: (value: AnswerValue) => boolean,
): Beside | undefined {
  if (isBlank(value) || (Array.isArray(value) && value.some((line) => typeof line !== 'string'))) return undefined;
  const asked = askedOf(field, working);
  const lines = linesIn(value);
  const at = lines.findLastIndex((line) => {
    const understood = readFormula(line, asked);
    return !('reason' in understood) && namesIn(understood.tree).size > 0;
  });
  const formula = lines[at];
  if (formula === undefined) return undefined;
  if (reads(value)) return { formula, rest: value };
  const tail = formula.slice(formula.lastIndexOf('=') + 1).trim();
  const others = lines.toSpliced(at, 1);
  const rests: AnswerValue[] = [formula.includes('=') ? [...others, tail] : others, tail, others];
  return { formula, rest: rests.find((rest) => !isBlank(rest) && reads(rest)) ?? null };
}
