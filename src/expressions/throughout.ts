import { children, type Expression, product, sum, symbol, withChildren } from './tree.ts';

/**
 * A formula with a symbol replaced wherever it stands. A factor that becomes 1 and a term that becomes 0 are left out,
 * so that this is the same formula as one in which they were forgotten.
 */
export function throughout(tree: Expression, name: string, by: Expression): Expression {
  const within = (node: Expression): Expression => throughout(node, name, by);
  const goes = (node: Expression, text: string): boolean =>
    node.kind === 'symbol' && node.name === name && by.kind === 'number' && by.text === text;
  if (tree.kind === 'symbol') return tree.name === name ? by : tree;
  if (tree.kind === 'product') {
    const kept = tree.factors.filter((f) => !goes(f.of, '1'));
    return kept.length === 0 ? by : product(kept.map((f) => put(f, within(f.of))));
  }
  if (tree.kind === 'sum') {
    const kept = tree.terms.filter((t) => !goes(t.of, '0'));
    return kept.length === 0 ? by : sum(kept.map((t) => put(t, within(t.of))));
  }
  const below = children(tree);
  return below.length === 0 ? tree : withChildren(tree, below.map(within));
}

/** A part with another tree in it; itself where that is the same: of a total only one term of a hundred changes. */
const put = <T extends { readonly of: Expression }>(part: T, of: Expression): T =>
  part.of === of ? part : { ...part, of };

/** How often a symbol stands in a formula. */
export const occurrences = (tree: Expression | undefined, name: string): number =>
  tree === undefined
    ? 0
    : tree.kind === 'symbol'
      ? Number(tree.name === name)
      : children(tree).reduce((n, child) => n + occurrences(child, name), 0);

const between = '\u0000between';

/** A formula with two symbols exchanged, by way of a name that no formula has. */
export const exchanged = (tree: Expression, a: string, b: string): Expression =>
  throughout(throughout(throughout(tree, a, symbol(between)), b, symbol(a)), between, symbol(b));
