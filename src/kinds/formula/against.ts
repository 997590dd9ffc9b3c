import type { Asked } from '../../derived/asked-formula.ts';
import { type Comparison, compare, type Meaning } from '../../formulas/compare.ts';
import type { Formula } from '../../formulas/tree.ts';

/** The best that a formula is, against the right one and the others that are right too. */
export function against(tree: Formula, asked: Asked, meaning: Meaning): { comparison: Comparison; says?: string } {
  const [right] = asked.right;
  const comparison = compare(tree, right, asked.names, meaning);
  if (comparison.kind === 'equal') return { comparison };
  const other = asked.also.find(({ formula }) => compare(tree, formula, asked.names, meaning).kind === 'equal');
  return other ? { comparison: { kind: 'equal' }, says: other.says } : { comparison };
}
