import { Decimal } from 'decimal.js';
import type { Expression } from '../../src/expressions/tree.ts';

/** How a simulated student rounds one intermediate result. */
export type Rounder = (x: Decimal) => Decimal;

const one = new Decimal(1);

/**
 * Works a formula as a person might: operands are combined in an order that `random` picks, every intermediate result
 * goes through `round`, the last one does not. Longer sums and products go from left to right.
 */
export function workedByHand(
  tree: Expression,
  input: (name: string) => Decimal,
  round: Rounder,
  random: () => number,
): Decimal {
  const under = (t: Expression): Decimal => {
    const value = workedByHand(t, input, round, random);
    return t.kind === 'number' || t.kind === 'symbol' ? value : round(value);
  };
  switch (tree.kind) {
    case 'number':
      return new Decimal(tree.text);
    case 'symbol':
      return input(tree.name);
    case 'power':
      return under(tree.base).pow(under(tree.exponent));
    case 'sum': {
      const terms = tree.terms.map(({ negative, of }) => (negative ? under(of).neg() : under(of)));
      return combined(terms, (a, b) => a.plus(b), 4, round, random);
    }
    case 'product': {
      const factors = tree.factors.map(({ of }) => under(of));
      if (tree.factors.every(({ inverse }) => !inverse))
        return combined(factors, (a, b) => a.times(b), 5, round, random);
      return divided(factors, tree, round);
    }
    case 'call':
      return tree.fn.name === 'sigmoid' ? sigmoid(under(tree.args[0] as Expression), round, random) : one;
  }
}

/** Two of the operands at a time become one, until one is left. */
function combined(
  operands: readonly Decimal[],
  combine: (a: Decimal, b: Decimal) => Decimal,
  most: number,
  round: Rounder,
  random: () => number,
): Decimal {
  const left = [...operands];
  while (left.length > 1) {
    const any = operands.length <= most;
    const [a] = left.splice(any ? Math.floor(random() * left.length) : 0, 1);
    const at = any ? Math.floor(random() * left.length) : 0;
    const value = combine(a as Decimal, left[at] as Decimal);
    left[at] = left.length === 1 ? value : round(value);
  }
  return left[0] as Decimal;
}

function divided(values: readonly Decimal[], tree: Extract<Expression, { kind: 'product' }>, round: Rounder): Decimal {
  return values.reduce((total, value, i) => {
    const before = i === 1 ? total : round(total);
    return tree.factors[i]?.inverse ? before.div(value) : before.times(value);
  });
}

/** From a table, or by way of e^-x. */
function sigmoid(x: Decimal, round: Rounder, random: () => number): Decimal {
  if (random() < 0.5) return one.div(one.plus(x.neg().exp()));
  return one.div(round(one.plus(round(x.neg().exp()))));
}
