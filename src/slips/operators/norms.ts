import { occurrences, throughout } from '../../expressions/throughout.ts';
import { call, children, type Expression, isCall, number, sum } from '../../expressions/tree.ts';
import { ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Operator } from '../../working/working.ts';

/** What is squared in a root of a sum of squares. */
function squared(node: Expression): readonly Expression[] {
  const [under] = isCall(node, 'sqrt') ? node.args : [];
  if (under?.kind !== 'sum' || under.terms.length < 2) return [];
  const bases = under.terms.flatMap(({ negative, of }) =>
    !negative && of.kind === 'power' && of.exponent.kind === 'number' && of.exponent.text === '2' ? [of.base] : [],
  );
  return bases.length === under.terms.length ? bases : [];
}

/** A length measured along the axes, or by its longest side, where the straight one belongs. */
const anotherNorm: Operator = {
  id: 'another-norm',
  kind: 'wrong-function',
  price: prices.wrongFunction,
  traits: ['structural'],
  edits: ({ node, replace }) => {
    const sides = squared(node).map((side) => call('abs', side));
    if (sides.length === 0) return [];
    return [sum(sides.map((of) => ({ negative: false, of }))), call('max', ...sides)].map((tree, i) => ({
      tree: replace(tree),
      trace: `${i}`,
      wording: {
        says: say`Another distance was taken: ${tree} for ${node}.`,
        hint: 'Check which distance is asked for.',
        check: 'What is the distance from (0, 0) to (3, 4)?',
      },
    }));
  },
};

/** The largest of the terms for their sum. */
const largestForSum: Operator = {
  id: 'largest-for-sum',
  kind: 'wrong-function',
  price: prices.wrongFunction + 1,
  traits: ['structural'],
  edits: ({ node, replace, rounded }, _, { counts }) => {
    if (node.kind !== 'sum' || counts || rounded || node.terms.length < 2) return [];
    if (node.terms.some(({ negative, of }) => negative || of.kind === 'number')) return [];
    const tree = call('max', ...node.terms.map(({ of }) => of));
    const wording = {
      says: say`The largest of the terms was taken where ${node} belongs.`,
      hint: 'Check whether a sum or the largest is asked for.',
      check: 'Does every term count?',
    };
    return [{ tree: replace(tree), trace: '', wording }];
  },
};

/** What is taken off at several places of a line, such as a mean, forgotten at all of them. */
const notTakenOff: Operator = {
  id: 'not-taken-off',
  kind: 'dropped-term',
  price: prices.dropped + 1,
  traits: ['structural'],
  edits: ({ path, node, replace }, { inputs }) =>
    path !== ''
      ? []
      : inputs
          .filter((name) => takenOff(node, name) > 1 && takenOff(node, name) === occurrences(node, name))
          .map((name) => ({
            tree: replace(throughout(node, name, number('0'))),
            trace: `${inputs.indexOf(name)}`,
            wording: {
              says: say`${ref(name)} is not taken off.`,
              hint: 'Something is to be subtracted first.',
              check: 'What would the line give if all numbers were equal?',
            },
          })),
};

/** How often a symbol is subtracted by itself. */
const takenOff = (tree: Expression, name: string): number =>
  children(tree).reduce((n, child) => n + takenOff(child, name), 0) +
  (tree.kind === 'sum'
    ? tree.terms.filter(({ negative, of }) => negative && of.kind === 'symbol' && of.name === name).length
    : 0);

/** What goes wrong in measuring. */
export const ofNorms: readonly Operator[] = [anotherNorm, largestForSum, notTakenOff];
