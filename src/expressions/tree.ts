import type { Fn } from './functions/fn.ts';
import { findFunction } from './functions/index.ts';

/**
 * One tree for every formula: an author's, a student's, a mutated one. Sums and products are flat lists, because that is
 * how people lose, repeat and exchange terms and factors.
 */
export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'product'; readonly factors: readonly Factor[] }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'call'; readonly fn: Fn; readonly args: readonly Expression[] };

/** A term of a sum; `negative` when it is subtracted. */
export interface Term {
  readonly negative: boolean;
  readonly of: Expression;
}

/** A factor of a product; `inverse` when the product is divided by it. */
export interface Factor {
  readonly inverse: boolean;
  readonly of: Expression;
}

/** A number, as text so that no digit is lost. */
export const number = (text: string): Expression => ({ kind: 'number', text });
/** A given, or the value of a line. */
export const symbol = (name: string): Expression => ({ kind: 'symbol', name });
/** An application; a name is that of a function which every formula may apply. */
export function call(fn: Fn | string, ...args: Expression[]): Expression {
  const found = typeof fn === 'string' ? findFunction(fn) : fn;
  if (!found) throw new Error(`there is no function "${fn}"`);
  return { kind: 'call', fn: found, args };
}
/** Is it an application of the function of this name? */
export const isCall = (tree: Expression, name: string): tree is Extract<Expression, { kind: 'call' }> =>
  tree.kind === 'call' && tree.fn.name === name;
/** A power. */
export const power = (base: Expression, exponent: Expression): Expression => ({ kind: 'power', base, exponent });

/** A sum, flattened; a sum of one positive term is that term. */
export function sum(terms: readonly Term[]): Expression {
  const isFlat = terms.every(({ of }) => of.kind !== 'sum');
  const flat = isFlat ? terms : terms.flatMap(inner);
  const [only] = flat;
  return flat.length === 1 && only && !only.negative ? only.of : { kind: 'sum', terms: flat };
}

const inner = ({ negative, of }: Term): readonly Term[] =>
  of.kind === 'sum' ? of.terms.map((t) => ({ negative: t.negative !== negative, of: t.of })) : [{ negative, of }];

/** A product, flattened; a product of one factor is that factor. */
export function product(factors: readonly Factor[]): Expression {
  const isFlat = factors.every(({ of }) => of.kind !== 'product');
  const flat = isFlat ? factors : factors.flatMap(within);
  const [only] = flat;
  return flat.length === 1 && only && !only.inverse ? only.of : { kind: 'product', factors: flat };
}

const within = ({ inverse, of }: Factor): readonly Factor[] =>
  of.kind === 'product' ? of.factors.map((f) => ({ inverse: f.inverse !== inverse, of: f.of })) : [{ inverse, of }];

/** The expressions directly below. */
export function children(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'sum':
      return tree.terms.map((t) => t.of);
    case 'product':
      return tree.factors.map((f) => f.of);
    case 'power':
      return [tree.base, tree.exponent];
    case 'call':
      return tree.args;
    default:
      return [];
  }
}

/** The same node over other children, given in the order of `children`. */
export function withChildren(tree: Expression, below: readonly Expression[]): Expression {
  const at = (i: number) => below[i] as Expression;
  switch (tree.kind) {
    case 'sum':
      return sum(tree.terms.map((t, i) => (t.of === at(i) ? t : { negative: t.negative, of: at(i) })));
    case 'product':
      return product(tree.factors.map((f, i) => (f.of === at(i) ? f : { inverse: f.inverse, of: at(i) })));
    case 'power':
      return power(at(0), at(1));
    case 'call':
      return { ...tree, args: below };
    default:
      return tree;
  }
}

/** Every symbol of the tree, in reading order, each once. */
export function symbolsOf(tree: Expression): string[] {
  const names = new Set<string>();
  const walk = (node: Expression): void => {
    if (node.kind === 'symbol') names.add(node.name);
    children(node).forEach(walk);
  };
  walk(tree);
  return [...names];
}

/** The tree with every symbol that `by` knows replaced by what `by` gives. */
export function substitute(tree: Expression, by: (name: string) => Expression | undefined): Expression {
  if (tree.kind === 'symbol') return by(tree.name) ?? tree;
  const below = children(tree);
  return below.length === 0
    ? tree
    : withChildren(
        tree,
        below.map((child) => substitute(child, by)),
      );
}
