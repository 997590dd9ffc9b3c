import type { Site } from '../../expressions/sites.ts';
import { call, type Expression, power, product, sum, type Term } from '../../expressions/tree.ts';
import { called, type Message, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

/** A term counted twice. */
const termTwice: Operator = {
  id: 'term-twice',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ node, replace, rounded }) =>
    node.kind !== 'sum' || node.terms.length < 2 || rounded
      ? []
      : node.terms.map((term, i) => ({
          tree: replace(sum([...node.terms, term])),
          trace: `${i}`,
          wording: {
            says: say`${called('the term', term.of)} is counted twice.`,
            hint: 'Something is counted once too often.',
            check: 'Cross out each term as you use it: is one used twice?',
          },
        })),
};

const bracket = {
  hint: 'Check how far the root, the power or the function reaches.',
  check: 'Where does the bracket open, and where does it close?',
};

/** An edit that says what stands there and what belongs there. */
const standsFor =
  ({ node, replace }: Site) =>
  (tree: Expression, trace: string): Edit => ({
    tree: replace(tree),
    trace,
    wording: { says: say`${tree} stands where ${node} belongs.`, ...bracket },
  });

/** A term drawn into the function beside it, or left outside: `sqrt(v) + e` for `sqrt(v + e)`. */
const reach: Operator = {
  id: 'function-reaches-elsewhere',
  kind: 'wrong-function',
  price: prices.reach,
  traits: ['structural'],
  edits: (site) => {
    const { node } = site;
    const made = standsFor(site);
    if (node.kind === 'sum') return drawnIn(node.terms).map((tree, i) => made(tree, `in${i}`));
    const [x, more] = node.kind === 'call' ? node.args : [];
    if (node.kind !== 'call' || !x || more) return [];
    if (x.kind === 'sum' && x.terms.length > 1)
      return x.terms.map((term, i) => {
        const inside = call(node.fn, sum(x.terms.filter((_, j) => j !== i)));
        return made(sum([{ negative: false, of: inside }, term]), `out${i}`);
      });
    if (x.kind !== 'product') return [];
    return x.factors.map((factor, i) => {
      const inside = call(node.fn, product(x.factors.filter((_, j) => j !== i)));
      return made(product([{ inverse: false, of: inside }, factor]), `apart${i}`);
    });
  },
};

const drawnIn = (terms: readonly Term[]): Expression[] =>
  terms.flatMap((term, i) => {
    const { of } = term;
    const [x, more] = of.kind === 'call' ? of.args : [];
    if (of.kind !== 'call' || !x || more || term.negative || terms.length !== 2) return [];
    const rest = terms.filter((_, j) => j !== i);
    return [call(of.fn, sum([{ negative: false, of: x }, ...rest]))];
  });

/** A power that reaches further or less far: `a*x^2` for `(a*x)^2`, `a^2 + b^2` for `(a + b)^2`; or on another factor. */
const powerReach: Operator = {
  id: 'power-reaches-elsewhere',
  kind: 'power',
  price: prices.power,
  traits: ['structural'],
  edits: (site) => {
    const { node } = site;
    const made = standsFor(site);
    if (node.kind === 'power') return shorter(node.base, node.exponent).map((tree, i) => made(tree, `shorter${i}`));
    if (node.kind !== 'product') return [];
    return node.factors.flatMap((factor, i) => {
      const { of } = factor;
      if (of.kind !== 'power') return [];
      return node.factors.flatMap((other, j): Edit[] => {
        if (j === i || other.of.kind === 'number') return [];
        const moved = node.factors
          .with(i, { ...factor, of: of.base })
          .with(j, { ...other, of: power(other.of, of.exponent) });
        const both = node.factors.with(j, { ...other, of: power(other.of, of.exponent) });
        return [made(product(moved), `moved${i}.${j}`), made(product(both), `both${i}.${j}`)];
      });
    });
  },
};

/** What is left of a power that does not reach over all of its base. */
function shorter(base: Expression, exponent: Expression): Expression[] {
  if (base.kind === 'sum' && base.terms.length > 1)
    return [sum(base.terms.map((term) => ({ ...term, of: power(term.of, exponent) })))];
  if (base.kind !== 'product') return [];
  return base.factors.map((factor, i) => product(base.factors.with(i, { ...factor, of: power(factor.of, exponent) })));
}

/** A power to a symbol taken as a product, or left out. */
const powerOfSymbol: Operator = {
  id: 'power-as-product',
  kind: 'power',
  price: prices.power,
  traits: ['structural'],
  edits: ({ node, replace }) => {
    if (node.kind !== 'power' || node.exponent.kind === 'number') return [];
    const { base, exponent } = node;
    const times = product([
      { inverse: false, of: base },
      { inverse: false, of: exponent },
    ]);
    const forms: [string, Expression, Message][] = [
      ['lost', base, say`The power of ${base} was lost.`],
      ['times', times, say`${base} was multiplied by ${exponent} instead of raised to it.`],
      ['turned', power(exponent, base), say`The base and the exponent of ${node} are exchanged.`],
    ];
    const words = { hint: 'Check the exponents.', check: 'What must the power be when the exponent is 0 or 1?' };
    return forms.map(([trace, tree, says]) => ({ tree: replace(tree), trace, wording: { says, ...words } }));
  },
};

/** What goes wrong in counting a term and in how far a sign reaches. */
export const ofReach: readonly Operator[] = [termTwice, reach, powerReach, powerOfSymbol];
