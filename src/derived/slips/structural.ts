import type { Interval } from '../../exact/interval.ts';
import type { Grid } from '../../exact/rounding.ts';
import { print } from '../../expressions/print.ts';
import { type Expression, substitute } from '../../expressions/tree.ts';
import { literal } from './mutants.ts';
import { segmentOf } from './segment.ts';
import { type Fitting, middle, reachOf, through, valuesOf, type WrongLine, weighed } from './wrong-line.ts';

/** The slips in the working itself that give the number: every mutant of the segment is tried. */
export function structural(wrong: WrongLine, legal: Interval | undefined, grid: Grid): Fitting[] {
  const { working, line, hidden, shown } = wrong;
  const values = valuesOf(wrong);
  const reach = reachOf(wrong, legal);
  const found: Fitting[] = [];
  for (const { mutant, others, weight, run } of segmentOf(working, line, hidden).candidates) {
    const value = run(values);
    if (!(Math.abs(value - shown.value) <= reach)) continue;
    const interval = through(wrong, mutant.trees, wrong.own, grid);
    const here = interval ? weighed(weight, wrong, interval) : 0;
    if (here === 0) continue;
    const changed = [...hidden, line].find((l) => mutant.trees.has(l.name));
    const formula = changed === line ? inNumbers(wrong, mutant.trees.get(line.name)) : undefined;
    const { kind, wording } = mutant;
    const fitting = {
      kind,
      wording,
      step: changed?.name ?? line.name,
      value,
      mutants: [mutant, ...others],
      miswritten: false,
    };
    found.push({ ...fitting, weight: here, ...(formula && { formula }) });
  }
  return withoutIdle(found);
}

/** A slip on top of a convention that changes nothing is no explanation where the convention is one by itself. */
function withoutIdle(found: readonly Fitting[]): Fitting[] {
  const fit = new Set(found.flatMap(({ mutants }) => mutants));
  return found.filter(({ mutants: [first] }) => first?.on === undefined || !fit.has(first.on));
}

function inNumbers({ textOf, own, places }: WrongLine, tree: Expression | undefined): string | undefined {
  if (!tree) return undefined;
  const value = (name: string): Expression => literal(textOf(name) ?? trimmed(middle(own(name)), places));
  return print(substitute(tree, value));
}

const trimmed = (value: number, places: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.min(12, Math.max(0, places)));
