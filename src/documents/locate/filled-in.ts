import type { Block } from '../document.ts';
import type { Candidate } from './candidates.ts';
import type { Slot } from './fields.ts';
import type { Scope } from './scope.ts';
import { clean } from './shape.ts';

/** What stands in the place that a template keeps for an answer; undefined where it is blank. */
export function filledIn(block: Block, i: number, scope: Scope, slots: readonly Slot[]): Candidate | undefined {
  const slot = slots.find(({ problem, name }) => scope.problems.includes(problem) && name === block.label);
  const text = block.passage.text.trim();
  const work = block.work?.map((line) => clean(line.text));
  if (!slot || (text === '' && !work?.length)) return undefined;
  return {
    slot,
    text,
    source: block.source,
    at: block.passage.at[0] ?? block.work?.[0]?.at[0] ?? 0,
    by: 'template',
    label: block.label ?? '',
    scope: scope.by,
    order: -1,
    block: i,
    shown: false,
    printed: false,
    ...(work && { work }),
  };
}
