import type { Grid } from '../exact/rounding.ts';
import { type Compiled, compile } from '../expressions/compile.ts';
import type { Expression } from '../expressions/tree.ts';
import type { Line, Working } from '../working/working.ts';
import type { Mutant } from './mutant.ts';

/** One line of a program, and where its value goes. */
interface Step {
  readonly to: number;
  readonly run: Compiled;
}

/** The compiled trees of each structure. */
const compiled = new WeakMap<ReadonlyMap<string, number>, WeakMap<Expression, Compiled>>();

function compiledOf(tree: Expression, slot: ReadonlyMap<string, number>): Compiled {
  const known = compiled.get(slot) ?? new WeakMap<Expression, Compiled>();
  compiled.set(slot, known);
  const run = known.get(tree) ?? compile(tree, (name) => slot.get(name) as number);
  known.set(tree, run);
  return run;
}

/**
 * Makes programs that work these lines one after the other, each with the formulas of one mutant in place. They share
 * what they have in common: a network has a hundred lines and some ten thousand mutants.
 */
export function programs(
  working: Working,
  lines: readonly Line[],
  slot: ReadonlyMap<string, number>,
): (mutant?: Mutant) => Compiled {
  const at = (name: string): number => slot.get(name) as number;
  const scratch = new Float64Array(slot.size);
  const step = ({ name, formula }: Line, tree = formula): Step => {
    return { to: at(name), run: compiledOf(tree, slot) };
  };
  return (mutant) => {
    const counts = working.counts && !mutant?.fractions;
    let steps: readonly Step[] | undefined;
    return (values) => {
      steps ??= toWork(working, lines, mutant).map((line) => step(line, mutant?.trees.get(line.name)));
      const [only] = steps;
      if (only && steps.length === 1) return checked(only.run(values), counts);
      scratch.set(values);
      let result = Number.NaN;
      for (const { to, run } of steps) {
        result = checked(run(scratch), counts);
        scratch[to] = result;
      }
      return result;
    };
  };
}

/**
 * Counts are exact, so that only the changed lines and those that hang on them need working again; others are worked
 * from the top, because unwritten values are known as intervals only.
 */
function toWork({ counts }: Working, lines: readonly Line[], mutant: Mutant | undefined): readonly Line[] {
  if (!counts || !mutant) return lines;
  const touched = new Set<string>();
  return lines.filter(({ name, inputs }, i) => {
    const isTouched = mutant.trees.has(name) || i === lines.length - 1 || inputs.some((input) => touched.has(input));
    if (isTouched) touched.add(name);
    return isTouched;
  });
}

/** Counts that are negative or broken are no counts. */
const checked = (value: number, counts: boolean): number =>
  counts && !(Number.isInteger(value) && value >= 0) ? Number.NaN : value;

/** Half up, at the places of the grid. */
function nearest(x: number, grid: Grid): number {
  const places = grid(Math.abs(x));
  if (places === undefined) return x;
  const scale = 10 ** places;
  return (Math.sign(x) * Math.floor(Math.abs(x) * scale + 0.5 + 1e-9)) / scale;
}

/** The last of some lines, worked from single numbers with the results on the way rounded; NaN where it is no number. */
export function workedBy(
  lines: readonly Line[],
  slot: ReadonlyMap<string, number>,
  trees: ReadonlyMap<string, Expression>,
  input: (name: string) => number,
  grid: Grid,
): number {
  const values = new Float64Array(slot.size);
  for (const [name, at] of slot) values[at] = input(name);
  let result = Number.NaN;
  for (const line of lines) {
    result = compiledOf(trees.get(line.name) ?? line.formula, slot)(values);
    values[slot.get(line.name) as number] = nearest(result, grid);
  }
  return result;
}
