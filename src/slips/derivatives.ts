import type { Fn } from '../expressions/functions/fn.ts';
import { functions } from '../expressions/functions/index.ts';
import { parseFormula } from '../expressions/plain.ts';
import { print } from '../expressions/print.ts';
import { type Expression, substitute, symbolsOf } from '../expressions/tree.ts';

/** A derivative as people write it: of the argument `x`, or of the value `y` that the function gave. */
export interface Form {
  readonly fn: Fn;
  readonly in: 'x' | 'y';
  readonly tree: Expression;
}

/** What is neither a function nor an operation. */
export const trivial = (tree: Expression): boolean => tree.kind === 'symbol' || tree.kind === 'number';

/** The derivatives of all functions of one argument, in both forms where there are two. */
export const forms: readonly Form[] = functions.flatMap((fn) => {
  const [derivative, ...more] = fn.derivative ?? [];
  const read = (text: string | undefined, of: 'x' | 'y'): Form[] =>
    text === undefined ? [] : [{ fn, in: of, tree: parseFormula(text) }];
  const both = [...read(fn.derivativeByValue, 'y'), ...(more.length === 0 ? read(derivative, 'x') : [])];
  return both.filter(({ tree }) => !trivial(tree));
});

/** A form with something in the place of its variable. */
export const at = (form: Form, of: Expression): Expression =>
  substitute(form.tree, (name) => (name === form.in ? of : undefined));

/** The text of a formula in which the order of terms and of factors does not count. */
export function canonical(tree: Expression): string {
  switch (tree.kind) {
    case 'sum':
      return `(${tree.terms
        .map((t) => (t.negative ? '-' : '+') + canonical(t.of))
        .sort()
        .join('')})`;
    case 'product':
      return `[${factorsOf(tree).sort().join('')}]`;
    case 'power':
      return `${canonical(tree.base)}^${canonical(tree.exponent)}`;
    case 'call':
      return `${tree.fn.name}(${tree.args.map(canonical).join()})`;
    default:
      return print(tree);
  }
}

/** The factors of a tree in canonical text; a tree that is no product is its own factor. */
export const factorsOf = (tree: Expression): string[] =>
  tree.kind === 'product'
    ? tree.factors.map((f) => (f.inverse ? '/' : '*') + canonical(f.of))
    : [`*${canonical(tree)}`];

/** What may stand in the place of the variable: every symbol of the tree. */
export const subjects = (tree: Expression): Expression[] =>
  symbolsOf(tree).map((name): Expression => ({ kind: 'symbol', name }));
