import fc from 'fast-check';
import { functions } from '../../src/expressions/functions/index.ts';
import { call, type Expression, number, symbol } from '../../src/expressions/tree.ts';

/** Trees such as the reader makes: a sum or product has two parts or more, or is one subtracted term. */
export const tree: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const below = tie('tree');
  const terms = fc.array(fc.record({ negative: fc.boolean(), of: below }), { minLength: 2, maxLength: 4 });
  const first = fc.record({ inverse: fc.constant(false), of: below });
  const factors = fc.array(fc.record({ inverse: fc.boolean(), of: below }), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('x', 'w1', 'dL_dw3', 'C1.kernel', 'ŷ').map(symbol),
      fc.constantFrom('2', '0.75', '1e-3', '.5', '3.').map(number),
      terms.map((list): Expression => ({ kind: 'sum', terms: list })),
      below.map((of): Expression => ({ kind: 'sum', terms: [{ negative: true, of }] })),
      fc.tuple(first, factors).map(([one, more]): Expression => ({ kind: 'product', factors: [one, ...more] })),
      fc.tuple(below, below).map(([base, exponent]): Expression => ({ kind: 'power', base, exponent })),
      fc
        .tuple(fc.constantFrom(...functions), fc.tuple(below, below))
        .map(([fn, args]): Expression => call(fn, ...args.slice(0, Math.min(fn.arity[1], 2)))),
    ),
  };
}).tree;
