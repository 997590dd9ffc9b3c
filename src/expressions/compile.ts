import type { Fn } from './functions/fn.ts';
import type { Expression } from './tree.ts';

/** A tree as a function of its symbols' values, in float64: fast, and good to about 15 digits. */
export type Compiled = (values: ArrayLike<number>) => number;

/** Compiles a tree to nested closures; `slot` says where in the array each symbol's value lies. */
export function compile(tree: Expression, slot: (name: string) => number): Compiled {
  switch (tree.kind) {
    case 'number': {
      const value = Number(tree.text);
      return () => value;
    }
    case 'symbol': {
      const at = slot(tree.name);
      return (values) => values[at] as number;
    }
    case 'power':
      return powerOf(compile(tree.base, slot), compile(tree.exponent, slot));
    case 'call':
      return callOf(
        tree.fn,
        tree.args.map((arg) => compile(arg, slot)),
      );
    case 'sum':
      return sumOf(tree.terms.map(({ negative, of }) => ({ negative, of: compile(of, slot) })));
    case 'product':
      return productOf(tree.factors.map(({ inverse, of }) => ({ inverse, of: compile(of, slot) })));
  }
}

function powerOf(base: Compiled, exponent: Compiled): Compiled {
  return (values) => base(values) ** exponent(values);
}

function callOf({ float }: Fn, args: readonly Compiled[]): Compiled {
  const [only] = args;
  if (args.length === 1 && only) return (values) => float(only(values));
  return (values) => float(...args.map((arg) => arg(values)));
}

function sumOf(terms: readonly { negative: boolean; of: Compiled }[]): Compiled {
  return (values) => {
    let total = 0;
    for (const { negative, of } of terms) total += negative ? -of(values) : of(values);
    return total;
  };
}

function productOf(factors: readonly { inverse: boolean; of: Compiled }[]): Compiled {
  return (values) => {
    let total = 1;
    for (const { inverse, of } of factors) total = inverse ? total / of(values) : total * of(values);
    return total;
  };
}
