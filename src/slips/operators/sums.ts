import { print } from '../../expressions/print.ts';
import { type Site, shapeOf } from '../../expressions/sites.ts';
import { type Expression, number, power, product, sum, type Term } from '../../expressions/tree.ts';
import { called, type Message, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

type Sum = Extract<Expression, { kind: 'sum' }>;
type Rule = (node: Sum, site: Site) => readonly Edit[];

/** An operator that is tried on every sum of two terms and more. */
const onSums = (about: Omit<Operator, 'edits'>, rule: Rule): Operator => ({
  ...about,
  edits: (site) => (site.node.kind === 'sum' && site.node.terms.length > 1 ? rule(site.node, site) : []),
});

const without = (node: Sum, lost: (i: number) => boolean): Expression => sum(node.terms.filter((_, i) => !lost(i)));

const signWording = (says: Message) => ({
  says,
  hint: 'Evaluate it again and watch the signs.',
  check: 'Which sign must the result have?',
});

const minusLost: Operator = {
  id: 'minus-lost',
  kind: 'sign',
  price: prices.sign,
  traits: ['structural', 'common'],
  edits: ({ node, replace }) => {
    const [only, second] = node.kind === 'sum' ? node.terms : [];
    if (!only || second) return [];
    const wording = signWording(say`The minus before ${only.of} was lost.`);
    return [{ tree: replace(only.of), trace: '', wording }];
  },
};

/** A bare number is easier to keep in mind than a named quantity. */
const ofNumber = ({ of }: Term): number => (of.kind === 'number' ? 0.5 : 0);

const termDropped = onSums(
  { id: 'term-dropped', kind: 'dropped-term', price: prices.dropped, traits: ['structural', 'common'] },
  (node, { replace }) =>
    node.terms.map((term, i) => ({
      tree: replace(without(node, (j) => j === i)),
      trace: `${i}`,
      dearer: ofNumber(term),
      wording: {
        says: say`${called('the term', term.of)} is missing.`,
        hint: 'A sum is one term short.',
        check: 'Count the terms in the formula and in your line: is every one there?',
      },
    })),
);

const termSign = onSums(
  { id: 'term-sign', kind: 'sign', price: prices.sign, traits: ['structural', 'common'] },
  (node, { replace }) =>
    node.terms.map((term, i) => {
      const terms = node.terms.map((t, j) => (j === i ? { ...t, negative: !t.negative } : t));
      const [did, must] = term.negative ? ['added', 'subtracted'] : ['subtracted', 'added'];
      const wording = signWording(say`${called('the term', term.of)} is ${did} where it must be ${must}.`);
      return { tree: replace({ kind: 'sum', terms }), trace: `${i}`, wording };
    }),
);

const reversed = onSums(
  { id: 'difference-reversed', kind: 'sign', price: prices.sign, traits: ['structural', 'common'] },
  (node, { replace }) => {
    const [a, b] = node.terms;
    if (node.terms.length !== 2 || !a || !b || a.negative === b.negative) return [];
    const terms = node.terms.map((t) => ({ ...t, negative: !t.negative }));
    const says = say`The difference is the wrong way round: ${{ kind: 'sum', terms }} for ${node}.`;
    return [{ tree: replace({ kind: 'sum', terms: [...terms].reverse() }), trace: '', wording: signWording(says) }];
  },
);

const timesForPlus = onSums(
  { id: 'times-for-plus', kind: 'wrong-function', price: prices.operator, traits: ['structural'] },
  (node, { replace }) => {
    if (node.terms.length !== 2 || node.terms.some((t) => t.negative)) return [];
    const wording = {
      says: say`Two terms are multiplied where they are added in ${node}.`,
      hint: 'Check what is added and what is multiplied.',
      check: 'What must the result be when one of the terms is 0?',
    };
    const tree = replace(product(node.terms.map(({ of }) => ({ inverse: false, of }))));
    return [{ tree, trace: '', wording }];
  },
);

/** A term also multiplied by a symbol of its neighbour, as when a bracket is opened in the wrong place. */
const bracketMisplaced = onSums(
  { id: 'bracket-misplaced', kind: 'extra', price: prices.extra, traits: ['structural'] },
  (node, { replace, rounded }) => {
    const isTotal = node.terms.length > 2 && node.terms.every(({ of }) => of.kind === 'symbol');
    if (rounded || isTotal) return [];
    return node.terms.flatMap((term, i) =>
      neighbours(node, i).map((factor, j): Edit => {
        const of = product([
          { inverse: false, of: term.of },
          { inverse: false, of: factor },
        ]);
        const wording = {
          says: say`${called('the term', term.of)} is multiplied by ${factor} as well.`,
          hint: 'Something is counted once too often.',
          check: 'Where does the bracket open, and where does it close?',
        };
        const terms = node.terms.with(i, { ...term, of });
        return { tree: replace({ kind: 'sum', terms }), trace: `${i}.${j}`, wording };
      }),
    );
  },
);

function neighbours(node: Sum, i: number): Expression[] {
  const factors = node.terms.flatMap((term, j) => (j === i ? [] : symbolsAsFactors(term.of)));
  const texts = factors.map(print);
  const once = factors.filter((_, j) => texts.indexOf(texts[j] ?? '') === j);
  const twice = factors.filter((_, j) => texts.indexOf(texts[j] ?? '') < j);
  return [...once, ...twice.map((of) => power(of, number('2')))];
}

/** The symbols that a term is multiplied by, those in brackets as well: `uh`, `r` and `h` of `uh*(r*h)`. */
export function symbolsAsFactors(of: Expression): Expression[] {
  if (of.kind === 'symbol') return [of];
  return of.kind === 'product' ? of.factors.flatMap((f) => (f.inverse ? [] : symbolsAsFactors(f.of))) : [];
}

/** A quotient for a difference: `a/b` for `a - b`. */
const quotientForDifference = onSums(
  { id: 'quotient-for-difference', kind: 'wrong-function', price: prices.operator, traits: ['structural'] },
  (node, { replace, rounded }) => {
    const [a, b, more] = node.terms;
    if (rounded || !a || !b || more || a.negative || !b.negative || a.of.kind === 'number') return [];
    // Nobody divides by 1: that is the difference without its 1.
    if (b.of.kind === 'number' && b.of.text === '1') return [];
    const tree = product([a, b].map(({ of, negative }) => ({ inverse: negative, of })));
    const wording = {
      says: say`${tree} stands where ${node} belongs.`,
      hint: 'Check whether a difference or a ratio is asked for.',
      check: 'What must the result be when the two are equal?',
    };
    return [{ tree: replace(tree), trace: '', wording }];
  },
);

/** All terms of one shape lost together, where the sum has others as well. */
const sortDropped = onSums(
  { id: 'terms-of-a-sort-dropped', kind: 'dropped-term', price: prices.dropped + 1, traits: ['structural', 'common'] },
  (node, { replace }) => {
    const shapes = node.terms.map((t) => shapeOf(t.of));
    const sorts = [...new Set(shapes)].filter((s) => {
      const n = shapes.filter((t) => t === s).length;
      return n > 1 && n < shapes.length && s !== 'x';
    });
    return sorts.map((s) => ({
      tree: replace(without(node, (i) => shapes[i] === s)),
      trace: `${shapes.indexOf(s)}`,
      wording: {
        says: say`The terms like ${(node.terms[shapes.indexOf(s)] as Term).of} are missing.`,
        hint: 'A sum is short of several terms of one sort.',
        check: 'Count the terms in the formula and in your line: is every one there?',
      },
    }));
  },
);

/** What goes wrong in a sum. */
export const ofSums: readonly Operator[] = [
  minusLost,
  termDropped,
  termSign,
  reversed,
  timesForPlus,
  bracketMisplaced,
  sortDropped,
  quotientForDifference,
];
