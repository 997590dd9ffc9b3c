import { call, type Expression, product, sum } from '../../expressions/tree.ts';
import { say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

const words = {
  hint: 'A function of several numbers is not worked one number at a time.',
  check: 'Try it with two small numbers.',
};

/** The only argument of a function that does not round. */
function argument(node: Expression): Expression | undefined {
  const [x, more] = node.kind === 'call' && node.fn.rounds !== true ? node.args : [];
  return more === undefined ? x : undefined;
}

/** A function spread over a sum, a product or a quotient: `ln(a)/ln(b)` for `ln(a/b)`. */
const spreadOver: Operator = {
  id: 'function-spread-over',
  kind: 'wrong-function',
  price: prices.reach,
  traits: ['structural'],
  edits: ({ node, replace }) => {
    const x = argument(node);
    if (!x || node.kind !== 'call') return [];
    const of = (part: Expression): Expression => call(node.fn, part);
    const tree =
      x.kind === 'sum' && x.terms.length > 1
        ? sum(x.terms.map((term) => ({ ...term, of: of(term.of) })))
        : x.kind === 'product' && x.factors.length > 1
          ? product(x.factors.map((factor) => ({ ...factor, of: of(factor.of) })))
          : undefined;
    if (!tree) return [];
    return [
      { tree: replace(tree), trace: node.fn.name, wording: { says: say`${tree} stands for ${node}.`, ...words } },
    ];
  },
};

/** The function of the sum for the sum of its values: `exp(a + b)` for `exp(a) + exp(b)`. */
const ofTheSum: Operator = {
  id: 'function-of-the-sum',
  kind: 'wrong-function',
  price: prices.reach,
  traits: ['structural'],
  edits: ({ node, replace }): Edit[] => {
    const [first, second] = node.kind === 'sum' ? node.terms : [];
    if (node.kind !== 'sum' || first?.of.kind !== 'call' || !second) return [];
    const { fn } = first.of;
    const inside = node.terms.flatMap(({ negative, of }) => {
      const x = argument(of);
      return of.kind === 'call' && of.fn === fn && x ? [{ negative, of: x }] : [];
    });
    if (inside.length < node.terms.length) return [];
    const tree = call(fn, sum(inside));
    return [{ tree: replace(tree), trace: fn.name, wording: { says: say`${tree} stands for ${node}.`, ...words } }];
  },
};

/** What goes wrong in applying a function to several numbers. */
export const ofSpread: readonly Operator[] = [spreadOver, ofTheSum];
