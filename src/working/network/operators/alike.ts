import { throughout } from '../../../expressions/throughout.ts';
import { symbol } from '../../../expressions/tree.ts';
import { prices } from '../../prices.ts';
import type { Line, Operator, Role, Slip, Working } from '../../working.ts';

/** A pooling or a convolution taken to have the window, stride and padding of the nearest one of its sort. */
export const numbersOfAnother: Operator = {
  id: 'numbers-of-another-layer',
  kind: 'swapped',
  price: prices.swapped,
  traits: [],
  family: 'layers',
  ofNumbers: (working) => {
    const sized = working.lines.flatMap(({ role }) => (isSized(role) ? [role] : []));
    return sized.flatMap((role) => {
      const same = sized.filter((other) => other.type === role.type);
      const at = same.indexOf(role);
      return [same[at - 1], same[at + 1]].flatMap((other) => (other ? taken(role, other, working) : []));
    });
  },
};

const isSized = (role: Line['role']): role is Role =>
  role?.layer !== undefined && role.of === 'size' && (role.type === 'conv' || role.type === 'pool');

const attributes = ['kernel', 'window', 'stride', 'padding'];

/** The given of a layer by what it is. */
const given = ({ roles }: Working, layer: string | undefined, of: string): string | undefined =>
  [...(roles ?? [])].find(([, role]) => role.layer === layer && role.of === of)?.[0];

function taken({ layer, words = layer }: Role, other: Role, working: Working): Slip[] {
  const { givens, lines } = working;
  const pairs = attributes.map((of) => [of, given(working, layer, of), given(working, other.layer, of)] as const);
  const differ = pairs.flatMap(([of, from, to]) =>
    from !== undefined && to !== undefined && givens.get(from) !== givens.get(to) ? [{ of, from, to }] : [],
  );
  if (differ.length < 2) return [];
  const users = lines.filter(({ inputs }) => inputs.some((input) => differ.some(({ from }) => from === input)));
  const trees = users.map(
    ({ name, formula }) =>
      [name, differ.reduce((tree, { from, to }) => throughout(tree, from, symbol(to)), formula)] as const,
  );
  const listed = differ.map(({ of }) => of).join(' and ');
  const wording = {
    says: `The numbers of ${other.words ?? other.layer} (${listed}) were used for ${words}.`,
    hint: 'A layer is counted with the numbers of another one.',
    check: 'Go through the list of layers, one by one.',
  };
  return [{ trees, wording }];
}
