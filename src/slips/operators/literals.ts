import { number, product, sum } from '../../expressions/tree.ts';
import { say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Operator } from '../../working/working.ts';

/** Constants that formulas of the field have. */
const constants = ['1', '2', '3', '4', '6'];

/** A whole number that stands in the formula itself taken for another: 3 gates for 4, 2 for 6 under a root. */
const anotherConstant: Operator = {
  id: 'another-constant',
  kind: 'off-by-one',
  price: prices.constant,
  traits: [],
  family: 'constants',
  edits: ({ node, replace }) => {
    if (node.kind !== 'number' || !/^[2-9]$/.test(node.text)) return [];
    const own = Number(node.text);
    const others = new Set([String(own - 1), String(own + 1), ...constants]);
    others.delete(node.text);
    return [...others].map((text) => ({
      tree: replace(number(text)),
      trace: text,
      wording: {
        says: `The constant ${node.text} was taken to be ${text}.`,
        hint: 'A constant of the formula is another one.',
        check: 'Where does each number of the formula come from?',
      },
    }));
  },
};

/** A half or a double of the whole line: the 2 of a derivative, the ½ before a square. */
const factorTwo: Operator = {
  id: 'factor-two',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ path, node, replace }, _, { counts }) =>
    path !== '' || counts
      ? []
      : [true, false].map((inverse): Edit => {
          const tree = product([
            { inverse: false, of: node },
            { inverse, of: number('2') },
          ]);
          const wording = {
            says: say`The whole line is ${inverse ? 'halved' : 'doubled'}: ${tree}.`,
            hint: 'Something is counted once too often or too seldom.',
            check: 'Where does each factor 2 come from, and does it cancel?',
          };
          return { tree: replace(tree), trace: `${inverse}`, wording };
        }),
};

/** Both ends of a stretch counted, or one too few: `b - a + 1` for `b - a`. */
const endsCounted: Operator = {
  id: 'ends-counted',
  kind: 'off-by-one',
  price: prices.offByOne,
  traits: [],
  edits: ({ node, replace }, _, { counts }) => {
    const [a, b, more] = node.kind === 'sum' ? node.terms : [];
    if (counts || more || !a || !b || a.negative || !b.negative) return [];
    if (a.of.kind === 'number' || b.of.kind === 'number') return [];
    const tree = sum([a, b, { negative: false, of: number('1') }]);
    const wording = {
      says: say`Both ends are counted: ${tree} for ${node}.`,
      hint: 'Count the ends.',
      check: 'Try the smallest case by hand.',
    };
    return [{ tree: replace(tree), trace: '', wording }];
  },
};

/** What goes wrong with the numbers of a formula itself. */
export const ofLiterals: readonly Operator[] = [anotherConstant, factorTwo, endsCounted];
