import { print } from '../../expressions/print.ts';
import type { Site } from '../../expressions/sites.ts';
import { type Expression, type Factor, number, product, sum } from '../../expressions/tree.ts';
import { called, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';
import { siblingsOf } from '../siblings.ts';

export type Product = Extract<Expression, { kind: 'product' }>;
type Rule = (node: Product, site: Site) => readonly Edit[];

/** An operator that is tried on every product. */
export const onProducts = (about: Omit<Operator, 'edits'>, rule: Rule): Operator => ({
  ...about,
  edits: (site) => (site.node.kind === 'product' ? rule(site.node, site) : []),
});

export const without = (node: Product, lost: (i: number) => boolean): Expression =>
  product(keepOne(node.factors.filter((_, i) => !lost(i))));
const keepOne = (factors: readonly Factor[]): readonly Factor[] =>
  factors.length > 0 ? factors : [{ inverse: false, of: number('1') }];

const factorDropped = onProducts(
  { id: 'factor-dropped', kind: 'dropped-factor', price: prices.dropped, traits: ['structural', 'common'] },
  (node, { replace }) =>
    node.factors.map((factor, i) => ({
      tree: replace(without(node, (j) => j === i)),
      trace: `${i}`,
      wording: {
        says: factor.inverse
          ? say`The division by ${factor.of} is missing.`
          : say`${called('the factor', factor.of)} is missing.`,
        hint: 'A product is one factor short.',
        check: 'Count the factors: is every one of the formula there?',
      },
    })),
);

const factorInverted = onProducts(
  { id: 'factor-inverted', kind: 'inverted', price: prices.inverted, traits: ['structural'] },
  (node, { replace }) =>
    node.factors.map((factor, i) => ({
      tree: replace({ kind: 'product', factors: node.factors.with(i, { ...factor, inverse: !factor.inverse }) }),
      trace: `${i}`,
      wording: {
        says: factor.inverse
          ? say`Multiplied by ${factor.of} where the formula divides.`
          : say`Divided by ${factor.of} where the formula multiplies.`,
        hint: 'Check what is divided by what.',
        check: 'Should the result grow or shrink when this factor grows?',
      },
    })),
);

const productSign = onProducts(
  { id: 'product-sign', kind: 'sign', price: prices.sign, traits: ['structural', 'common'] },
  (node, { replace }) => [
    {
      tree: replace(sum([{ negative: true, of: node }])),
      trace: '',
      wording: {
        says: say`The sign of the product ${node} is the wrong one.`,
        hint: 'Evaluate it again and watch the signs.',
        check: 'How many of the factors are negative, and which sign must the product have?',
      },
    },
  ],
);

/** The places of equal factors that are no numbers. */
function equals({ factors }: Product): number[][] {
  const texts = factors.map((f) => `${f.inverse}${print(f.of)}`);
  return [...new Set(texts)]
    .map((text) => texts.flatMap((other, i) => (other === text ? [i] : [])))
    .filter(([i = 0]) => factors[i]?.of.kind !== 'number');
}

const factorAgain = onProducts(
  { id: 'factor-again', kind: 'extra', price: prices.extra, traits: ['structural'] },
  (node, { replace }) =>
    equals(node).map(([i = 0]) => ({
      tree: replace({ kind: 'product', factors: [...node.factors, node.factors[i] as Factor] }),
      trace: `${i}`,
      wording: {
        says: say`${called('the factor', (node.factors[i] as Factor).of)} is counted once too often.`,
        hint: 'Something is counted once too often.',
        check: 'Cross out each factor as you use it: is one used twice?',
      },
    })),
);

const equalFactorsDropped = onProducts(
  { id: 'equal-factors-dropped', kind: 'dropped-factor', price: prices.dropped, traits: ['structural', 'common'] },
  (node, { replace }) =>
    equals(node)
      .filter((places) => places.length > 1 && places.length < node.factors.length)
      .map((places) => ({
        tree: replace(without(node, (i) => places.includes(i))),
        trace: `${places[0]}`,
        wording: {
          says: say`${called('every factor', (node.factors[places[0] ?? 0] as Factor).of)} is missing.`,
          hint: 'A product is short of equal factors.',
          check: 'Count the factors: is every one of the formula there?',
        },
      })),
);

const plusForTimes = onProducts(
  { id: 'plus-for-times', kind: 'wrong-function', price: prices.operator, traits: ['structural'] },
  (node, { replace, rounded }) => {
    const [a, b] = node.factors;
    if (rounded || node.factors.length !== 2 || !a || !b || a.inverse || b.inverse) return [];
    const wording = {
      says: say`${a.of} and ${b.of} are added where they are multiplied.`,
      hint: 'Check what is added and what is multiplied.',
      check: 'What must the result be when one of the two is 0?',
    };
    return [{ tree: replace(sum(node.factors.map(({ of }) => ({ negative: false, of })))), trace: '', wording }];
  },
);

/** Two like factors of a longer product added: `p*(a1 + a2)` for `p*a1*a2`. */
const likeFactorsAdded: Operator = {
  id: 'like-factors-added',
  kind: 'wrong-function',
  price: prices.operator,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, _, working) => {
    if (node.kind !== 'product' || node.factors.length < 3 || rounded || working.voice) return [];
    const { factors } = node;
    const siblings = siblingsOf(working);
    const alike = (a: Factor, b: Factor): boolean =>
      a.of.kind === 'symbol' && b.of.kind === 'symbol' && siblings.get(a.of.name)?.includes(b.of.name) === true;
    return factors.flatMap((a, i) =>
      factors.slice(i + 1).flatMap((b): Edit[] => {
        if (a.inverse || b.inverse || !alike(a, b)) return [];
        const added = sum([a, b].map(({ of }) => ({ negative: false, of })));
        const tree = product([...factors.filter((one) => one !== a && one !== b), { inverse: false, of: added }]);
        const wording = {
          says: say`${a.of} and ${b.of} are added where they are multiplied.`,
          hint: 'Check what is added and what is multiplied.',
          check: 'What must the result be when one of the two is 0?',
        };
        return [{ tree: replace(tree), trace: `${i}.${factors.indexOf(b)}`, wording }];
      }),
    );
  },
};

/** What goes wrong in a product. */
export const ofProducts: readonly Operator[] = [
  factorDropped,
  factorInverted,
  productSign,
  factorAgain,
  equalFactorsDropped,
  plusForTimes,
  likeFactorsAdded,
];
