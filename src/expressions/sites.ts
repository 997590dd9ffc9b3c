import { children, type Expression, withChildren } from './tree.ts';

/** A place in a formula: the node there, and the whole formula with another node in its place. */
export interface Site {
  readonly node: Expression;
  readonly replace: (by: Expression) => Expression;
  /** Where it stands, as child numbers from the root: `0.2.1`. */
  readonly path: string;
  /** Inside floor, ceil or round, where people do not multiply by stray factors. */
  readonly rounded: boolean;
}

/** Every place of a formula, root first. */
export function sites(root: Expression): Site[] {
  const found: Site[] = [];
  const walk = (node: Expression, replace: Site['replace'], path: string, rounded: boolean): void => {
    found.push({ node, replace, path, rounded });
    const below = children(node);
    const inside = rounded || (node.kind === 'call' && node.fn.rounds === true);
    below.forEach((child, i) => {
      const put = (by: Expression) => replace(withChildren(node, below.with(i, by)));
      walk(child, put, path === '' ? `${i}` : `${path}.${i}`, inside);
    });
  };
  walk(root, (by) => by, '', false);
  return found;
}

/** The formula with every name replaced by one letter: lines of one shape are worked alike. */
export function shapeOf(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'symbol':
      return 'x';
    case 'sum':
      return `(${tree.terms.map((t) => (t.negative ? '-' : '+') + shapeOf(t.of)).join('')})`;
    case 'product':
      return `[${tree.factors.map((f) => (f.inverse ? '/' : '*') + shapeOf(f.of)).join('')}]`;
    case 'power':
      return `${shapeOf(tree.base)}^${shapeOf(tree.exponent)}`;
    case 'call':
      return `${tree.fn.name}(${tree.args.map(shapeOf).join()})`;
  }
}
