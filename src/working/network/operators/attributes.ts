import { throughout } from '../../../expressions/throughout.ts';
import {
  call,
  children,
  type Expression,
  isCall,
  number,
  product,
  sum,
  symbol,
  withChildren,
} from '../../../expressions/tree.ts';
import { prices } from '../../prices.ts';
import type { Operator, Slip, Working } from '../../working.ts';

interface Ignored {
  readonly of: string;
  /** What takes the place of the number. */
  readonly as: string;
  readonly kind: Operator['kind'];
  readonly says: string;
}

/** A number of one layer not used, or that of all layers that have it. */
const ignored = ({ of, as, kind, says }: Ignored): Operator => ({
  id: `${of}-ignored`,
  kind,
  price: prices.dropped - 0.1,
  traits: ['structural', 'common'],
  family: 'layers',
  slips: (working) => {
    const has = [...(working.roles ?? [])].filter(([, role]) => role.of === of);
    const used = has.filter(([name]) => working.lines.some(({ inputs }) => inputs.includes(name)));
    const single = used.map(([name, role]) => notUsed([name], as, `${says} in ${role.words ?? role.layer}.`, working));
    const names = used.map(([name]) => name);
    return used.length > 1 ? [...single, notUsed(names, as, `${says} in every layer.`, working)] : single;
  },
});

function notUsed(names: readonly string[], as: string, says: string, { lines }: Working): Slip {
  const users = lines.filter(({ inputs }) => inputs.some((name) => names.includes(name)));
  const trees = users.map(
    (line) => [line.name, names.reduce((tree, name) => throughout(tree, name, number(as)), line.formula)] as const,
  );
  const hint = 'A number of the layers was not used.';
  return { trees, wording: { says, hint, check: 'Is every number of the list used?' } };
}

const ceiled = (tree: Expression): Expression =>
  isCall(tree, 'floor')
    ? call('ceil', ...tree.args)
    : children(tree).length === 0
      ? tree
      : withChildren(tree, children(tree).map(ceiled));

const hasFloor = (tree: Expression): boolean => isCall(tree, 'floor') || children(tree).some(hasFloor);

/** All output sizes rounded up instead of down. */
const roundedUp: Operator = {
  id: 'sizes-rounded-up',
  kind: 'floor-ceil',
  price: prices.floorCeil,
  traits: [],
  family: 'layers',
  slips: ({ lines }) => {
    const floored = lines.filter(({ formula }) => hasFloor(formula));
    if (floored.length < 2) return [];
    const wording = {
      says: 'The output sizes were rounded up instead of down.',
      hint: 'Check which way a fraction of a step goes.',
      check: 'Does the last window fit inside the input?',
    };
    return [{ trees: floored.map(({ name, formula }) => [name, ceiled(formula)] as const), wording }];
  },
};

/** Where some convolutions have groups, another one taken to have them too. */
const groupedAsWell: Operator = {
  id: 'grouped-as-well',
  kind: 'extra',
  price: prices.extra - 0.5,
  traits: ['structural'],
  family: 'layers',
  slips: ({ roles = new Map(), lines }) => {
    const isGroups = (name: string): boolean => roles.get(name)?.of === 'groups';
    const groups = [...roles.keys()].find(isGroups);
    if (groups === undefined) return [];
    return lines.flatMap(({ name, role, formula, inputs }): Slip[] => {
      const isPlain = role?.type === 'conv' && role.of === 'parameters' && !inputs.some(isGroups);
      if (!isPlain || formula.kind !== 'sum') return [];
      const terms = formula.terms.map((term, i) => (i === 0 ? { ...term, of: divided(term.of, groups) } : term));
      const wording = {
        says: `${role.words ?? name} was taken to be grouped as well.`,
        hint: 'Check which layers are connected to only a part of the maps.',
        check: 'To how many maps is one filter of this layer connected?',
      };
      return [{ trees: [[name, sum(terms)]], wording }];
    });
  },
};

const divided = (of: Expression, by: string): Expression =>
  product([
    { inverse: false, of },
    { inverse: true, of: symbol(by) },
  ]);

/** What goes wrong with the numbers of layers. */
export const ofAttributes: readonly Operator[] = [
  ignored({ of: 'padding', as: '0', kind: 'dropped-term', says: 'The padding was left out' }),
  ignored({ of: 'stride', as: '1', kind: 'dropped-factor', says: 'The stride was ignored' }),
  ignored({
    of: 'groups',
    as: '1',
    kind: 'dropped-factor',
    says: 'The groups were ignored, as if a filter saw all maps,',
  }),
  ignored({ of: 'dilation', as: '1', kind: 'dropped-factor', says: 'The dilation was ignored' }),
  roundedUp,
  groupedAsWell,
];
