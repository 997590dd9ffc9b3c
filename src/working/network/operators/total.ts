import { type Expression, sum } from '../../../expressions/tree.ts';
import { type Message, ref, say } from '../../message.ts';
import { prices } from '../../prices.ts';
import type { Line, Operator, Slip } from '../../working.ts';
import { allOf } from '../voice.ts';
import { forgotten, totalOf } from './forgotten.ts';

/** A layer, or all layers of a sort, missing in the total. */
export const leftOutOfTotal: Operator = {
  id: 'layers-left-out-of-the-total',
  kind: 'dropped-term',
  price: prices.dropped - 0.1,
  traits: ['structural', 'common'],
  family: 'layers',
  slips: (working) => {
    const total = totalOf(working);
    if (total?.formula.kind !== 'sum') return [];
    const { terms } = total.formula;
    const lineOf = (of: Expression) => working.lines.find(({ name }) => of.kind === 'symbol' && name === of.name);
    const counted = terms.flatMap(({ of }) => lineOf(of) ?? []).filter((line) => line.formula.kind !== 'number');
    const drop = (gone: readonly Line[], says: Message): Slip => {
      const kept = terms.filter(({ of }) => !gone.some(({ name }) => of.kind === 'symbol' && of.name === name));
      return { trees: [[total.name, sum(kept)]], wording: { says, ...forgotten, place: 'said' } };
    };
    const single = counted.map((line) => drop([line], say`${ref(line.name)} was left out of the total.`));
    return [
      ...single,
      ...groupsOf(counted).map((group) => drop(group, `${capital(group)} were left out of the total.`)),
    ];
  },
};

/** The lines of each sort, where there are others as well. */
function groupsOf(counted: readonly Line[]): Line[][] {
  const types = [...new Set(counted.map(({ role }) => role?.type))];
  const groups = types.map((type) => counted.filter(({ role }) => role?.type === type));
  return groups.filter((group) => group.length > 1 && group.length < counted.length);
}

function capital(group: readonly Line[]): string {
  const words = allOf(group.map(({ role }) => role?.type ?? ''));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
