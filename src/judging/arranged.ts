import { parseFormula } from '../expressions/plain.ts';
import { sites } from '../expressions/sites.ts';
import { children, type Expression, substitute, withChildren } from '../expressions/tree.ts';

/** A formula as a person may go about it, and one result on the way. */
export interface Arranged {
  readonly tree: Expression;
  readonly result: Expression;
}

/** Of more operands than this nobody picks some to begin with. */
const mostOperands = 5;

const isResult = ({ kind }: Expression): boolean => kind !== 'number' && kind !== 'symbol';

/** The results on the way to a value: of the formula as it stands, and of the functions in it worked by hand. */
export const results = kept((formula) => [...resultsOf(formula)]);

/** Some of the terms of a sum, or of the factors of a product, taken together first. */
export const takenFirst = kept((formula) => [...firsts(formula)]);

/** Every function in it worked by hand; itself where there is none. */
export const allByHand: (formula: Expression) => Expression = kept((formula) => {
  const below = children(formula);
  const opened = below.map(allByHand);
  const tree = opened.every((child, i) => child === below[i]) ? formula : withChildren(formula, opened);
  return byHand(tree) ?? tree;
});

/** Found once for a formula. */
function kept<T>(make: (formula: Expression) => T): (formula: Expression) => T {
  const known = new WeakMap<Expression, T>();
  return (formula) => {
    const made = known.get(formula) ?? make(formula);
    known.set(formula, made);
    return made;
  };
}

function* resultsOf(formula: Expression): Generator<Arranged> {
  for (const { node, path, replace } of sites(formula)) {
    if (path !== '' && isResult(node)) yield { tree: formula, result: node };
    const opened = byHand(node);
    if (!opened) continue;
    const tree = replace(opened);
    for (const inner of sites(opened)) {
      const isNew = inner.path !== '' && isResult(inner.node) && !sites(node).some((old) => old.node === inner.node);
      if (isNew) yield { tree, result: inner.node };
    }
  }
}

function* firsts(formula: Expression): Generator<Arranged> {
  for (const { node, replace } of sites(formula)) {
    if (node.kind === 'sum')
      for (const [some, others] of parted(node.terms)) {
        const result: Expression = { kind: 'sum', terms: some };
        yield { tree: replace({ kind: 'sum', terms: [{ negative: false, of: result }, ...others] }), result };
      }
    if (node.kind === 'product')
      for (const [some, others] of parted(node.factors)) {
        const inverse = some[0]?.inverse ?? false;
        if (some.some((one) => one.inverse !== inverse)) continue;
        const result: Expression = { kind: 'product', factors: some.map(({ of }) => ({ inverse: false, of })) };
        yield { tree: replace({ kind: 'product', factors: [...others, { inverse, of: result }] }), result };
      }
  }
}

/** A function worked through what it is made of, as the sigmoid is through the exponential. */
function byHand(node: Expression): Expression | undefined {
  const [argument] = node.kind === 'call' ? node.args : [];
  if (node.kind !== 'call' || !node.fn.byExp || !argument) return undefined;
  return substitute(parseFormula(node.fn.byExp), (name) => (name === 'x' ? argument : undefined));
}

/** Two operands or more, and what is left of them. */
function* parted<T>(operands: readonly T[]): Generator<readonly [some: readonly T[], others: readonly T[]]> {
  const { length } = operands;
  if (length < 3 || length > mostOperands) return;
  for (let set = 1; set < 2 ** length - 1; set++) {
    const some = operands.filter((_, i) => set & (1 << i));
    if (some.length > 1) yield [some, operands.filter((_, i) => !(set & (1 << i)))];
  }
}
