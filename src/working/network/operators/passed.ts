import { throughout } from '../../../expressions/throughout.ts';
import { type Expression, number, product, substitute, symbol } from '../../../expressions/tree.ts';
import { prices } from '../../prices.ts';
import type { Line, Operator, Working } from '../../working.ts';
import { forgotten, totalOf } from './forgotten.ts';

type Trees = [string, Expression][];

const roleOf = (name: string, { roles }: Working) => roles?.get(name);

/** What a layer gives: its depth and its size, and what stands there if the layer is passed over. */
const outputs: ReadonlySet<string> = new Set(['filters', 'units', 'depth']);

/** What a layer gets in, the depth or everything, from the formula of its weights. */
function inputOf({ formula, role }: Line, working: Working): Expression | undefined {
  const weights = formula.kind === 'sum' ? formula.terms[0]?.of : formula;
  if (weights?.kind !== 'product') return undefined;
  const others = weights.factors.filter(
    ({ of }) => of.kind === 'symbol' && roleOf(of.name, working)?.layer !== role?.layer,
  );
  return others.length === 0 ? undefined : product(others);
}

interface Passed {
  readonly line: Line;
  readonly words: string;
  /** The lines after it, counted on what it gets in. */
  readonly trees: Trees;
}

/** The layers with weights, each with the next ones counted on its input. */
function passedOver(working: Working): Passed[] {
  return working.lines.flatMap((line): Passed[] => {
    const { role } = line;
    if (role?.layer === undefined || role.of !== 'parameters' || !['conv', 'fc'].includes(role.type)) return [];
    const input = inputOf(line, working);
    if (!input) return [];
    const by = (name: string): Expression | undefined => {
      const of = roleOf(name, working);
      if (!of || of.layer !== role.layer) return undefined;
      if (outputs.has(of.of)) return input;
      const size = of.of === 'size' ? working.lines.find((one) => one.name === name)?.skip : undefined;
      return size === undefined ? undefined : symbol(size);
    };
    const others = working.lines.filter((one) => one.role?.layer !== role.layer && one.inputs.some((of) => by(of)));
    if (others.length === 0) return [];
    const trees = others.map((one): [string, Expression] => [one.name, substitute(one.formula, by)]);
    return [{ line, words: role.words ?? role.layer, trees }];
  });
}

/** The next layer counted on what a layer gets in, not on what it gives. */
export const outputPassedOver: Operator = {
  id: 'output-passed-over',
  kind: 'skipped-step',
  price: prices.skipped + 1.5,
  traits: ['structural', 'common'],
  family: 'layers',
  slips: (working) =>
    passedOver(working).map(({ words, trees }) => ({
      trees,
      wording: {
        says: `The output of ${words} was passed over: the next layer was counted on the input of ${words}.`,
        hint: 'A layer is counted on the wrong input.',
        check: 'What comes out of the layer just before this one?',
      },
    })),
};

/** The same with the layer itself missing in the total. */
export const layerLeftOut: Operator = {
  id: 'layer-left-out',
  kind: 'skipped-step',
  price: prices.skipped + 1,
  traits: ['structural', 'common'],
  family: 'layers',
  slips: (working) =>
    passedOver(working).map(({ line, words, trees }) => {
      const total = totalOf(working);
      const rest: Trees = total ? [[total.name, throughout(total.formula, line.name, number('0'))]] : [];
      const says = `The layer ${words} was left out of the network altogether.`;
      return { trees: [...trees, ...rest], wording: { says, ...forgotten } };
    }),
};

/** All poolings left out, so that the size is never reduced. */
export const withoutPooling: Operator = {
  id: 'all-poolings-left-out',
  kind: 'skipped-step',
  price: prices.skipped + 1,
  traits: ['structural', 'common'],
  family: 'layers',
  slips: ({ lines }) => {
    const pools = lines.filter(({ role, skip }) => role?.type === 'pool' && skip !== undefined);
    if (pools.length < 2) return [];
    const skips = new Map(pools.map(({ name, skip = '' }) => [name, symbol(skip)]));
    const users = lines.filter(({ inputs }) => inputs.some((name) => skips.has(name)));
    const trees: Trees = users.map(({ name, formula }) => [name, substitute(formula, (of) => skips.get(of))]);
    const wording = {
      says: `${pools.length === 2 ? 'Both' : 'All'} pooling layers were left out: the size was never reduced.`,
      hint: 'A layer is counted on the wrong input.',
      check: 'How large is what comes out of each layer?',
    };
    return [{ trees, wording }];
  },
};
