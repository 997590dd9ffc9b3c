import { print } from '../../expressions/print.ts';
import { type Expression, isCall, number } from '../../expressions/tree.ts';
import type { Working } from '../../working/problem.ts';
import { prices } from './edit.ts';
import { type Mutant, mutant } from './mutant.ts';

/** A neuron taken as linear: its sigmoid not applied, and the derivative of it taken to be 1, which is one slip. */
export function linear(working: Working): Mutant[] {
  return working.lines.flatMap(({ name, formula }) => {
    if (!isCall(formula, 'sigmoid')) return [];
    const derivative = `${name}*(1 - ${name})`;
    const derived = working.lines.filter((line) => print(line.formula) === derivative);
    if (derived.length === 0) return [];
    const wording = {
      says: `The neuron \`${name}\` was taken as linear: no sigmoid, and 1 for its derivative.`,
      hint: 'The chain is one link short.',
      check: 'Does each function that is applied leave its derivative in the product?',
    };
    const trees = derived.map((line): [string, Expression] => [line.name, number('1')]);
    const applied: [string, Expression] = [name, formula.args[0] as Expression];
    return [mutant({ kind: 'skipped-step', price: prices.takenAs, wording }, [applied, ...trees])];
  });
}
