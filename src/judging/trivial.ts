import type { Shown } from '../exact/agreement.ts';
import { type Interval, middle, point } from '../exact/interval.ts';
import type { Remark } from './judgement.ts';
import type { Paper } from './paper.ts';
import { keepsPower } from './power.ts';
import type { Step } from './step.ts';

/** Explanations by numbers that stand nowhere on the paper. */
const assumed: readonly Remark[] = ['recomputed', 'same-slip', 'mixed'];

/**
 * Was a carried value had for nothing? With the student's numbers nearly every working gives it; or it only repeats a
 * wrong number above; or it is 0 and would follow from numbers that are not written; or the wrong numbers above cannot
 * move it any more, as in the sigmoid of 100000. Such a line shows nothing by itself.
 */
export function isTrivial(paper: Paper, step: Step, remarks: readonly Remark[], roots = step.roots): boolean {
  const { shown, line } = step;
  if (!shown) return false;
  if (!keepsPower(paper.working, line, step.input('truth'), step.input('own'), step.unit)) return true;
  const isAssumed = remarks.some((remark) => assumed.includes(remark));
  if (repeats(paper, step, shown, roots) || (isAssumed && shown.value === 0)) return true;
  return !isAssumed && !moves(paper, step, 'own') && moves(paper, step, 'truth');
}

/** Is it the number of a wrong line above once more, where the right working would not have passed a number on? */
const repeats = ({ shown, at }: Paper, step: Step, { value }: Shown, roots: readonly string[]): boolean => {
  const affected = step.line.inputs.filter((name) => at(name).affected);
  if (![...roots, ...affected].some((name) => shown.get(name)?.value === value)) return false;
  return !passesOn(step) || isFilledIn({ shown, at }, value);
};

/** Do several wrong lines say this one number? A paper that is filled with it passes it on wherever it may. */
const isFilledIn = ({ shown, at }: Pick<Paper, 'shown' | 'at'>, value: number): boolean =>
  [...shown].filter(([name, line]) => line.value === value && at(name).roots.includes(name)).length > 1;

/** Is the right value one of the numbers it is made from, as those of a ReLU and a maximum are? */
function passesOn(step: Step): boolean {
  const truth = step.input('truth');
  const value = step.worth(truth);
  return (
    value !== undefined && step.line.inputs.some((name) => Math.abs(middle(truth(name)) - middle(value)) <= step.unit)
  );
}

/** Does half or twice a number that hangs on a wrong line change the value by more than a unit of its last place? */
function moves({ at }: Paper, step: Step, from: 'truth' | 'own'): boolean {
  const input = step.input(from);
  const worked = (inputs: (name: string) => Interval): number => {
    const value = step.worth(inputs);
    return value ? middle(value) : Number.NaN;
  };
  const still = worked(input);
  const names = step.line.inputs.filter((name) => at(name).affected);
  return names.some((moved) =>
    [0.5, 2].some((factor) => {
      const other = worked((name) => (name === moved ? point(middle(input(name)) * factor) : input(name)));
      return !(Math.abs(other - still) <= step.unit);
    }),
  );
}
