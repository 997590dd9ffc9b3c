import { number, product, sum } from '../../expressions/tree.ts';
import { say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Operator } from '../../working/working.ts';
import { onProducts } from './products.ts';

/** The whole fraction the wrong way round. */
const upsideDown = onProducts(
  {
    id: 'quotient-upside-down',
    kind: 'inverted',
    price: prices.upsideDown,
    traits: ['structural'],
  },
  (node, { replace }) => {
    if (!node.factors.some(({ inverse }) => inverse)) return [];
    const tree = product([...node.factors].reverse().map(({ inverse, of }) => ({ inverse: !inverse, of })));
    const wording = {
      says: say`The fraction is upside down: ${tree} for ${node}.`,
      hint: 'Check what is divided by what.',
      check: 'Must the result be larger or smaller than 1?',
    };
    return [{ tree: replace(tree), trace: '', wording }];
  },
);

/** One less (or one more) where a sum is divided by how many there are. */
const divisorOneOff = onProducts(
  { id: 'divisor-one-off', kind: 'off-by-one', price: prices.offByOne, traits: [] },
  (node, { replace }) =>
    node.factors.flatMap(({ inverse, of }, i) => {
      const counts = of.kind === 'symbol' || (of.kind === 'number' && /^\d{1,4}$/.test(of.text) && Number(of.text) > 1);
      if (!inverse || !counts) return [];
      return [true, false].map((negative) => {
        const off = sum([
          { negative: false, of },
          { negative, of: number('1') },
        ]);
        const by = of.kind === 'number' ? number(String(Number(of.text) + (negative ? -1 : 1))) : off;
        const wording = {
          says: say`Divided by ${by} where ${of} belongs.`,
          hint: 'Count what is divided by.',
          check: 'Is the mean taken over all of them, or over one less?',
        };
        const tree = replace(product(node.factors.with(i, { inverse, of: by })));
        return { tree, trace: `${i}${negative}`, dearer: negative ? 0 : 2, wording };
      });
    }),
);

/** What goes wrong in dividing. */
export const ofQuotients: readonly Operator[] = [upsideDown, divisorOneOff];
