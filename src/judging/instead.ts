import { isRightly } from '../exact/agreement.ts';
import type { Paper } from './paper.ts';
import type { Step } from './step.ts';

/** Does a line follow from what a wrong line above should have given, which was then only miswritten? */
export function fromRecomputed({ at }: Paper, step: Step): boolean {
  if (!step.affected) return false;
  return step.line.inputs.some((name) => {
    const instead = at(name).recomputed;
    return instead !== undefined && isRightly(step.agrees(step.with(name, instead)));
  });
}

/** Does it follow if one number above, or one use of it, is taken true? */
export function fromMixed({ at }: Paper, step: Step): boolean {
  if (!step.affected) return false;
  return step.line.inputs.some(
    (name) =>
      at(name).affected &&
      [step.with(name, at(name).truth), ...step.oneUseTrue(name)].some((value) => isRightly(step.agrees(value))),
  );
}
