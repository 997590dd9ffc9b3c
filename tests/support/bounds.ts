import type { Expression } from '../../src/expressions/tree.ts';

/** Two ends between which a value lies. */
export type Bounds = readonly [low: number, high: number];

/**
 * A bound that no rounding to within `most` at any operation, in any order of working, can leave: wide, simple, and
 * reckoned without the interval arithmetic of the marker. For sums, products and sigmoids.
 */
export function boundsOf(tree: Expression, input: (name: string) => Bounds, most: number): Bounds {
  const under = (t: Expression): Bounds => boundsOf(t, input, most);
  switch (tree.kind) {
    case 'number':
      return [Number(tree.text), Number(tree.text)];
    case 'symbol':
      return input(tree.name);
    case 'sum':
      return tree.terms
        .map(({ negative, of }) => (negative ? negated(under(of)) : under(of)))
        .reduce((a, b) => loose([a[0] + b[0], a[1] + b[1]], most));
    case 'product':
      return tree.factors.map(({ of }) => under(of)).reduce((a, b) => loose(timesOf(a, b), most));
    case 'power':
      return loose(timesOf(under(tree.base), under(tree.base)), most);
    case 'call':
      return throughSigmoid(under(tree.args[0] as Expression), most);
  }
}

const negated = ([low, high]: Bounds): Bounds => [-high, -low];
const loose = ([low, high]: Bounds, by: number): Bounds => [low - by, high + by];

function timesOf(a: Bounds, b: Bounds): Bounds {
  const corners = a.flatMap((x) => b.map((y) => x * y));
  return [Math.min(...corners), Math.max(...corners)];
}

/** By way of e^-x, 1 + e^-x and the reciprocal, each off by at most `most`. */
function throughSigmoid([low, high]: Bounds, most: number): Bounds {
  const below = (x: number, by: number): number => 1 / Math.max(1 + Math.exp(-x) + by, 1e-9);
  return loose([below(low, 2 * most), below(high, -2 * most)], most);
}
