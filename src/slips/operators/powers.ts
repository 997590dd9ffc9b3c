import { call, type Expression, number, power, product } from '../../expressions/tree.ts';
import { type Message, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Operator } from '../../working/working.ts';

type Form = readonly [trace: string, tree: Expression, says: Message];

/** What becomes of a power to a number. */
function forms(base: Expression, exponent: Extract<Expression, { kind: 'number' }>): Form[] {
  const more = number(String(Number(exponent.text) + 1));
  const times = product([
    { inverse: false, of: exponent },
    { inverse: false, of: base },
  ]);
  const size: Form = ['size', call('abs', base), say`The absolute value of ${base} stands where its square belongs.`];
  return [
    ['lost', base, say`The power of ${base} was lost.`],
    ['more', power(base, more), say`The power of ${base} is one too high.`],
    ['times', times, say`${base} was multiplied by ${exponent.text} instead of raised to it.`],
    ...(exponent.text === '2' ? [size] : []),
  ];
}

/** What goes wrong with a power: lost, one too many, multiplied by the exponent instead. */
const wrongPower: Operator = {
  id: 'wrong-power',
  kind: 'power',
  price: prices.power,
  traits: ['structural'],
  edits: ({ node, replace }) =>
    node.kind === 'power' && node.exponent.kind === 'number'
      ? forms(node.base, node.exponent).map(([trace, tree, says]) => ({
          tree: replace(tree),
          trace,
          wording: {
            says,
            hint: 'Check the exponents.',
            check: 'Double the base: by what factor should the result grow?',
          },
        }))
      : [],
};

export const ofPowers: readonly Operator[] = [wrongPower];
