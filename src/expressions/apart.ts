import { readName } from './name.ts';
import type { Expression } from './tree.ts';

/** Would two factors be misread side by side? Two numbers, a word or a fraction; not 2x, wx or 2(1 − x). */
export const isApart = (left: Expression, right: Expression): boolean =>
  isNumeric(right) || isWide(left) || isWide(right) || (isNumeric(left) && right.kind === 'product');

function isNumeric(tree: Expression): boolean {
  if (tree.kind === 'power') return isNumeric(tree.base);
  return (
    tree.kind === 'number' ||
    (tree.kind === 'sum' && tree.terms.length === 1 && tree.terms.every((t) => isNumeric(t.of)))
  );
}

function isWide(tree: Expression): boolean {
  if (tree.kind === 'power') return isWide(tree.base);
  if (tree.kind === 'symbol') return readName(tree.name).kind !== 'letter';
  return tree.kind === 'call' && !tree.fn.compact;
}
