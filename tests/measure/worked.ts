import { type Compiled, compile } from '../../src/expressions/compile.ts';
import type { Expression } from '../../src/expressions/tree.ts';
import { slotsOf } from '../../src/slips/segment.ts';
import type { Working } from '../../src/working/problem.ts';

const compiled = new WeakMap<Expression, Compiled>();

/** A formula on the numbers in hand. */
export function worth(working: Working, tree: Expression, values: ReadonlyMap<string, number>): number {
  const slot = slotsOf(working);
  const run = compiled.get(tree) ?? compile(tree, (name) => slot.get(name) as number);
  compiled.set(tree, run);
  const at = new Float64Array(slot.size);
  for (const [name, value] of values) at[slot.get(name) as number] = value;
  return run(at);
}

/** Every line as a student writes it, with some formulas changed by a slip; later lines use what was written, or not. */
export function written(
  working: Working,
  trees: ReadonlyMap<string, Expression>,
  places: number,
  carriesWritten: boolean,
): Record<string, string> {
  const values = new Map([...working.givens].map(([name, text]) => [name, Number(text)]));
  return Object.fromEntries(
    working.lines.map(({ name, formula }): [string, string] => {
      const value = worth(working, trees.get(name) ?? formula, values);
      const text = (Number.isFinite(value) ? value : 0).toFixed(working.counts ? 0 : places);
      values.set(name, carriesWritten ? Number(text) : value);
      return [name, text];
    }),
  );
}

/** Does this student go on with the numbers as written? */
export const roundsEveryStep = ({ rounding }: Working): boolean => 'when' in rounding && rounding.when === 'every-step';
