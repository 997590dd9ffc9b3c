import { number, sum } from '../../expressions/tree.ts';
import { ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Operator } from '../../working/working.ts';

/** A count that is one off. */
const oneOff: Operator = {
  id: 'count-one-off',
  kind: 'off-by-one',
  price: prices.offByOne,
  traits: [],
  edits: ({ path, node }, { name }, { counts }) =>
    path === '' && counts
      ? [true, false].map((negative) => ({
          tree: sum([
            { negative: false, of: node },
            { negative, of: number('1') },
          ]),
          trace: `${negative}`,
          wording: {
            says: say`${ref(name)} is one too ${negative ? 'small' : 'large'}.`,
            hint: 'Count the ends.',
            check: 'Try the smallest case by hand.',
          },
        }))
      : [],
};

export const ofCounts: readonly Operator[] = [oneOff];
