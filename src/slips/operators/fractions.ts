import { print } from '../../expressions/print.ts';
import { occurrences } from '../../expressions/throughout.ts';
import { type Expression, type Factor, number, product, sum, type Term } from '../../expressions/tree.ts';
import { called, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Line, Operator, Working } from '../../working/working.ts';
import { onProducts, type Product } from './products.ts';

type Sum = Extract<Expression, { kind: 'sum' }>;

const asFactor = (of: Expression): Factor => ({ inverse: false, of });
const below = (of: Expression): Factor => ({ inverse: true, of });

/** The sum that a fraction is divided by, and what stands above it; undefined for any other product. */
function parted({ factors }: Product): { readonly above: readonly Factor[]; readonly sum: Sum } | undefined {
  const [under, more] = factors.filter(({ inverse }) => inverse);
  const above = factors.filter(({ inverse }) => !inverse);
  if (more || under?.of.kind !== 'sum' || under.of.terms.length < 2 || above.length === 0) return undefined;
  return { above, sum: under.of };
}

/** A term of the sum below the line put above it, or left out below and added above: `(a + c)/b` for `a/(b + c)`. */
const acrossTheLine = onProducts(
  { id: 'term-across-the-line', kind: 'wrong-function', price: prices.reach, traits: ['structural'] },
  (node, { replace, rounded }) => {
    const parts = rounded ? undefined : parted(node);
    if (!parts) return [];
    const { above, sum: under } = parts;
    return under.terms.map((term, i): Edit => {
      const rest = sum(under.terms.filter((_, j) => j !== i));
      const tree = product([asFactor(sum([{ negative: false, of: product(above) }, term])), below(rest)]);
      const wording = {
        says: say`${called('the term', term.of)} stands above the fraction line where it belongs below.`,
        hint: 'Check what is divided by what.',
        check: 'Where does the fraction line begin, and what stands below it?',
      };
      return { tree: replace(tree), trace: `${i}`, wording };
    });
  },
);

/** The share of another: a fraction of a sum with the wrong one of its terms above. */
const shareOfAnother = onProducts(
  { id: 'share-of-another', kind: 'swapped', price: prices.swapped, traits: [] },
  (node, { replace, rounded }) => {
    const parts = rounded ? undefined : parted(node);
    if (!parts) return [];
    const own = print(product(parts.above));
    const texts = parts.sum.terms.map(({ of }) => print(of));
    if (!texts.includes(own)) return [];
    return parts.sum.terms.flatMap(({ negative, of }, i): Edit[] => {
      if (negative || texts[i] === own) return [];
      const wording = {
        says: say`The share of ${of} was taken, not that of ${product(parts.above)}.`,
        hint: 'A share is that of another one.',
        check: 'Which of the terms of the sum below stands above?',
      };
      return [{ tree: replace(product([asFactor(of), below(parts.sum)])), trace: `${i}`, wording }];
    });
  },
);

/** Divided by how many there are, where their sum belongs: a weighted mean as if all weights were 1. */
const howMany: Operator = {
  id: 'divided-by-how-many',
  kind: 'averaged',
  price: prices.averaged,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, _, working) => {
    if (node.kind !== 'product' || rounded || working.counts) return [];
    return node.factors.flatMap(({ inverse, of }, i): Edit[] => {
      const terms = inverse ? termsOf(of, working) : [];
      if (terms.length < 2 || terms.some(({ negative }) => negative)) return [];
      const count = number(String(terms.length));
      const wording = {
        says: say`Divided by ${count}, how many there are, where ${of} belongs.`,
        hint: 'Check what is divided by.',
        check: 'Do the shares, or the weights, add up to 1?',
      };
      return [{ tree: replace(product(node.factors.with(i, below(count)))), trace: `${i}`, wording }];
    });
  },
};

/** The terms of a sum, or of the line that a symbol names. */
function termsOf(of: Expression, { lines }: Working): readonly Term[] {
  const tree = of.kind === 'symbol' ? lines.find(({ name }) => name === of.name)?.formula : of;
  return tree?.kind === 'sum' ? tree.terms : [];
}

/** A difference for a quotient of two. */
const differenceForQuotient = onProducts(
  { id: 'difference-for-quotient', kind: 'wrong-function', price: prices.operator, traits: ['structural'] },
  (node, { replace, rounded }) => {
    const [a, b, more] = node.factors;
    if (rounded || more || !a || !b || a.inverse || !b.inverse || b.of.kind === 'number') return [];
    const tree = sum([
      { negative: false, of: a.of },
      { negative: true, of: b.of },
    ]);
    const wording = {
      says: say`${b.of} is subtracted from ${a.of} where it divides.`,
      hint: 'Check what is divided by what.',
      check: 'What must the result be when both are equal?',
    };
    return [{ tree: replace(tree), trace: '', wording }];
  },
);

/** The sum in place of the mean that a line above made of it: `n*m` for `m`, where `m` is something over `n`. */
const meanUndone: Operator = {
  id: 'sum-for-the-mean-above',
  kind: 'averaged',
  price: prices.averaged + 1,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, line: Line, { lines, counts }) => {
    if (node.kind !== 'symbol' || counts || rounded) return [];
    const above = lines.find(({ name }) => name === node.name)?.formula;
    const by = above?.kind === 'product' ? above.factors.filter(({ inverse }) => inverse) : [];
    const [only, more] = by;
    if (!only || more || only.of.kind === 'sum' || occurrences(line.formula, node.name) !== 1) return [];
    const tree = product([asFactor(node), asFactor(only.of)]);
    const wording = {
      says: say`${node} was used without its division by ${only.of}.`,
      hint: 'Check whether the sum or the mean is asked for.',
      check: 'Is what is used here already divided?',
    };
    return [{ tree: replace(tree), trace: '', wording }];
  },
};

/** What goes wrong above and below a fraction line. */
export const ofFractions: readonly Operator[] = [
  acrossTheLine,
  shareOfAnother,
  howMany,
  differenceForQuotient,
  meanUndone,
];
