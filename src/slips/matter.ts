import { children, type Expression } from '../expressions/tree.ts';
import type { Working } from '../working/working.ts';
import type { Mutant } from './mutant.ts';

/**
 * What a slip loses and what it gains in the line where it happens, whatever the form of the line: the biases, a given,
 * a function. Two lines in which one operator does the same have the same slip. Undefined where nothing tells it.
 */
export function matterOf({ operator, step, trees }: Mutant, working: Working): string | undefined {
  if (operator.traits.includes('copying')) return undefined;
  const before = working.lines.find(({ name }) => name === step)?.formula;
  const after = trees.get(step);
  if (!before || !after) return undefined;
  const [was, is] = [partsOf(before, working), partsOf(after, working)];
  const [lost, gained] = [without(was, is), without(is, was)];
  return lost.length + gained.length === 0 ? undefined : `${operator.id}: ${lost.join()} for ${gained.join()}`;
}

/** Its symbols by what they are among like ones, its functions and numbers. */
function partsOf(tree: Expression, working: Working): string[] {
  const below = children(tree).flatMap((child) => partsOf(child, working));
  if (tree.kind === 'symbol') return [working.roles?.get(tree.name)?.of ?? tree.name];
  if (tree.kind === 'number') return [tree.text];
  return tree.kind === 'call' ? [`${tree.fn.name}()`, ...below] : below;
}

/** What is in one list more often than in the other, in alphabetical order. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list
    .filter((part) => {
      const at = left.indexOf(part);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .sort();
}
