import { print } from '../../expressions/print.ts';
import { call, type Expression, number, power, product, sum, symbol } from '../../expressions/tree.ts';
import { called, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';
import { symbolsAsFactors } from './sums.ts';

const words = {
  hint: 'Something is applied that does not belong there.',
  check: 'Name each operation of the formula.',
};

/** A square or a root of a whole line that asks for none. */
const powerGained: Operator = {
  id: 'power-gained',
  kind: 'power',
  price: prices.power + 1,
  traits: ['structural'],
  edits: ({ path, node, replace }, _, { counts }) => {
    if (path !== '' || counts) return [];
    const forms: [string, Expression][] = [
      ['The square of the line', power(node, number('2'))],
      ['The root of the line', call('sqrt', node)],
    ];
    return forms.map(([what, tree]) => ({
      tree: replace(tree),
      trace: what,
      wording: { says: say`${what} was taken: ${tree}.`, ...words },
    }));
  },
};

/** A root of a sum, or the square of a sum for the sum of squares. */
const normForSquares: Operator = {
  id: 'sum-of-powers-mistaken',
  kind: 'power',
  price: prices.power,
  traits: ['structural'],
  edits: ({ node, replace }, _, { counts }) => {
    if (node.kind !== 'sum' || counts || node.terms.length < 2) return [];
    const powers = node.terms.flatMap(({ of }) => (of.kind === 'power' ? [of] : []));
    const [first] = powers;
    if (!first || powers.length < node.terms.length) return [];
    if (powers.some(({ exponent }) => print(exponent) !== print(first.exponent))) return [];
    const bases = sum(powers.map(({ base }, i) => ({ negative: node.terms[i]?.negative ?? false, of: base })));
    return [power(bases, first.exponent), call('sqrt', node)].map((tree, i): Edit => {
      const says = say`${tree} stands where ${node} belongs.`;
      return { tree: replace(tree), trace: `${i}`, wording: { says, ...words } };
    });
  },
};

/** The square of a mean for the mean of squares. */
const powerOfMean: Operator = {
  id: 'power-of-the-mean',
  kind: 'power',
  price: prices.power,
  traits: ['structural'],
  edits: ({ node, replace }, _, { counts }) => {
    const [of, by, more] = node.kind === 'product' ? node.factors : [];
    if (counts || more || !of || !by?.inverse || of.inverse || of.of.kind !== 'sum' || of.of.terms.length < 2)
      return [];
    const powers = of.of.terms.flatMap((term) => (term.of.kind === 'power' ? [term.of] : []));
    const [first] = powers;
    if (!first || powers.length < of.of.terms.length) return [];
    if (powers.some(({ exponent }) => print(exponent) !== print(first.exponent))) return [];
    const bases = sum(powers.map(({ base }) => ({ negative: false, of: base })));
    const tree = power(product([{ inverse: false, of: bases }, by]), first.exponent);
    const says = say`${tree} stands where ${node} belongs.`;
    return [{ tree: replace(tree), trace: '', wording: { says, ...words } }];
  },
};

/** A factor of some terms before all of them: a sequence that begins one step too late. */
const factorBeforeAll: Operator = {
  id: 'factor-before-all-terms',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, _, { counts }) => {
    if (node.kind !== 'sum' || counts || rounded || node.terms.length < 2) return [];
    const products = node.terms.flatMap(({ of }) => (of.kind === 'product' ? symbolsAsFactors(of) : []));
    const some = new Map(products.map((of) => [print(of), of]));
    return [...some.values()].map((by, i) => {
      const of = node.terms.map((term) => ({ ...term, of: product([by, term.of].map(asFactor)) }));
      const wording = {
        says: say`${called('the factor', by)} stands before every term, once more than it belongs there.`,
        hint: 'Something is counted once too often.',
        check: 'Which factor does the first term have?',
      };
      return { tree: replace(sum(of)), trace: `${i}`, wording };
    });
  },
};

const asFactor = (of: Expression): { inverse: false; of: Expression } => ({ inverse: false, of });

const mostInputs = 4;

/** The plain mean of what a line uses, in the place of its formula. */
const meanOfInputs: Operator = {
  id: 'mean-of-the-inputs',
  kind: 'averaged',
  price: prices.averaged + 1,
  traits: ['structural'],
  edits: ({ path, replace }, { inputs }, { counts }) => {
    if (path !== '' || counts || inputs.length < 2 || inputs.length > mostInputs) return [];
    const tree = product([
      { inverse: false, of: sum(inputs.map((name) => ({ negative: false, of: symbol(name) }))) },
      { inverse: true, of: number(String(inputs.length)) },
    ]);
    const says = say`The plain mean ${tree} was taken.`;
    return [{ tree: replace(tree), trace: '', wording: { says, ...words } }];
  },
};

/** What goes wrong by applying something that does not belong there. */
export const ofGained: readonly Operator[] = [powerGained, normForSquares, powerOfMean, meanOfInputs, factorBeforeAll];
