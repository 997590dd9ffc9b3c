import type { Asked } from '../../derived/asked-formula.ts';
import { type Comparison, compare, type Meaning } from '../../formulas/compare.ts';
import type { Chain, Refused } from '../../formulas/reading.ts';
import { type Formula, namesIn } from '../../formulas/tree.ts';

/** How a formula compares with the right one, and what is said of another right one that it is. */
export interface Judgement {
  readonly comparison: Comparison;
  readonly says?: string;
}

/** A formula that was read, the side of its chain that is the answer, and how this compares. */
export interface Judged {
  readonly ok: true;
  readonly chain: Chain;
  readonly tree: Formula;
  readonly judgement: Judgement;
}

/** What was read, held against what is asked for. */
export function answered(chain: Chain | Refused, asked: Asked): Judged | Refused {
  if (!chain.ok) return chain;
  const tree = formulasOf(chain).at(-1);
  if (!tree) return { ok: false, reason: 'there is no formula', at: 0 };
  return { ok: true, chain, tree, judgement: against(tree, asked, meaningOf(chain)) };
}

/** The sides of a chain; a formula is often followed by its value, which is another field's answer. */
export function formulasOf({ sides }: Chain): Formula[] {
  const trees = sides.map(({ tree }) => tree);
  const formulas = trees.filter((tree) => namesIn(tree).size > 0);
  return formulas.length > 0 ? formulas : trees;
}

export const meaningOf = ({ wide = false, order = [] }: Chain): Meaning => ({ wide, order });

/** The best that a formula is, against the right one and the others that are right too. */
function against(tree: Formula, { names, right: [right], also }: Asked, meaning: Meaning): Judgement {
  const comparison = compare(tree, right, names, meaning);
  if (comparison.kind === 'equal')
    return { comparison: tree.kind === 'derivative' && right.kind !== 'derivative' ? unworked : comparison };
  const other = also.find(({ formula }) => compare(tree, formula, names, meaning).kind === 'equal');
  return other ? { comparison: { kind: 'equal' }, says: other.says } : { comparison };
}

/** The question said again. */
const unworked: Comparison = { kind: 'undecided', why: 'it is a derivative that is still to be taken' };
