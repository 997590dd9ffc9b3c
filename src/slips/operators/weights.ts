import { type Expression, number, product, sum } from '../../expressions/tree.ts';
import { called, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

const words = { hint: 'Check the weights.', check: 'How much does each of the numbers count?' };

/** The factors of a term that the other terms do not have too; its value beside its weight is the last of them. */
const weighted = (of: Expression): Expression | undefined => {
  if (of.kind !== 'product' || of.factors.some(({ inverse }) => inverse)) return undefined;
  return of.factors.at(-1)?.of;
};

/** The plain mean for a weighted one: `(a + b)/2` for `c*a + (1 - c)*b`. */
const plainMean: Operator = {
  id: 'plain-mean-for-weighted',
  kind: 'averaged',
  price: prices.averaged,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, _, { counts }) => {
    if (node.kind !== 'sum' || counts || rounded || node.terms.some(({ negative }) => negative)) return [];
    const values = node.terms.flatMap(({ of }) => weighted(of) ?? []);
    if (values.length < 2 || values.length < node.terms.length) return [];
    const tree = product([
      { inverse: false, of: sum(values.map((of) => ({ negative: false, of }))) },
      { inverse: true, of: number(String(values.length)) },
    ]);
    return [{ tree: replace(tree), trace: '', wording: { says: say`The plain mean was taken: ${tree}.`, ...words } }];
  },
};

/** A function without what it is multiplied by: `-ln(p)` for `-p*ln(p)`. */
const onlyTheFunction: Operator = {
  id: 'weight-of-a-function-lost',
  kind: 'dropped-factor',
  price: prices.dropped + 1,
  traits: ['structural'],
  edits: ({ node, replace }): Edit[] => {
    if (node.kind !== 'product' || node.factors.length < 3) return [];
    const calls = node.factors.filter(({ of }) => of.kind === 'call');
    if (calls.length !== 1) return [];
    const tree = product(calls);
    return [
      {
        tree: replace(tree),
        trace: '',
        wording: { says: say`${called('the weight of', tree)} is missing.`, ...words },
      },
    ];
  },
};

/** What goes wrong with weights. */
export const ofWeights: readonly Operator[] = [plainMean, onlyTheFunction];
