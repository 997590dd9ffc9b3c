import { print } from '../../expressions/print.ts';
import { sites } from '../../expressions/sites.ts';
import { symbol } from '../../expressions/tree.ts';
import { ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Line, Operator } from '../../working/working.ts';

/** The result of an earlier line for a function's value that is only a part of it: `h` for `tanh(c)`, where h is `o*tanh(c)`. */
const resultForItsPart: Operator = {
  id: 'result-for-its-part',
  kind: 'swapped',
  price: prices.swapped + 1.5,
  traits: ['structural'],
  family: 'results for parts',
  edits: ({ node, replace }, line, { lines, voice }) => {
    if (node.kind !== 'call' || node.fn.rounds === true || voice) return [];
    const before = lines.slice(0, lines.indexOf(line));
    return before.filter(hasPart(print(node))).map(({ name }) => ({
      tree: replace(symbol(name)),
      trace: '',
      wording: {
        says: say`${ref(name)} stands where only ${node} belongs.`,
        hint: 'A result is taken for one of the numbers that it was made from.',
        check: 'Of what is the derivative, and where does it stand in the formula?',
      },
    }));
  },
};

const hasPart =
  (text: string) =>
  ({ formula }: Line): boolean =>
    sites(formula).some(({ node, path }) => path !== '' && node.kind === 'call' && print(node) === text);

/** What is taken for a part of itself. */
export const ofResults: readonly Operator[] = [resultForItsPart];
