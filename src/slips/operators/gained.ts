import { print } from '../../expressions/print.ts';
import { call, type Expression, number, power, product, sum, symbol } from '../../expressions/tree.ts';
import { say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

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
export const ofGained: readonly Operator[] = [powerGained, normForSquares, meanOfInputs];
