import {
  call,
  children,
  type Expression,
  isCall,
  number,
  product,
  substitute,
  sum,
  symbol,
  withChildren,
} from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import { prices, type Wording } from './edit.ts';
import { type Mutant, mutant } from './mutant.ts';
import { allOf, layerWords } from './spoken.ts';
import { throughout } from './symbols.ts';

/** Slips that only a list of layers can have: a layer or a sort of layers left out, a number ignored in all of them. */
export function layerMutants(working: Working): Mutant[] {
  if (!working.lines.some(({ layer }) => layer !== undefined)) return [];
  return [
    ...leftOutOfTotal(working),
    ...working.lines.flatMap((line) => passedOver(line, working)),
    ...ignored(working),
    ...roundedUp(working),
    ...withoutPooling(working),
    ...groupedAsWell(working),
  ].map((slip) => ({ ...slip, family: 'layers' }));
}

type Trees = [string, Expression][];

const forgotten: Omit<Wording, 'says'> = {
  hint: 'The total is short of something.',
  check: 'Go through the list of layers: does each have its term in the total?',
};

/** A layer, or all layers of a sort, missing in the total. */
function leftOutOfTotal(working: Working): Mutant[] {
  const total = working.lines.find(({ sort }) => sort === 'total');
  if (total?.formula.kind !== 'sum') return [];
  const { terms } = total.formula;
  const lineOf = (of: Expression) => working.lines.find(({ name }) => of.kind === 'symbol' && name === of.name);
  const isGone = (of: Expression, goes: (line: Line) => boolean): boolean => {
    const line = lineOf(of);
    return line !== undefined && goes(line);
  };
  const sorts = terms.map(({ of }) => lineOf(of)).filter((line) => line && line.formula.kind !== 'number');
  const drop = (goes: (line: Line) => boolean, says: string): Mutant => {
    const kept = terms.filter(({ of }) => !isGone(of, goes));
    const price = prices.dropped - 0.1;
    return mutant({ kind: 'dropped-term', price, wording: { says, ...forgotten } }, [[total.name, sum(kept)]]);
  };
  const single = sorts.map((line) => drop((one) => one === line, `\`${line?.name}\` was left out of the total.`));
  const groups = [...new Set(sorts.map((line) => line?.sort))].flatMap((sort) => {
    const group = sorts.filter((line) => line?.sort === sort);
    const says = `${allOf(group.map((line) => line?.sort))} were left out of the total.`;
    const capital = says.charAt(0).toUpperCase() + says.slice(1);
    return group.length > 1 && group.length < sorts.length ? [drop((one) => one.sort === sort, capital)] : [];
  });
  return [...single, ...groups];
}

/** What a layer gets in: the depth, or everything, in the formula of its weights. */
function inputOf({ formula, layer }: Line): { from: string[]; instead: Expression } | undefined {
  const weights = formula.kind === 'sum' ? formula.terms[0]?.of : formula;
  if (weights?.kind !== 'product') return undefined;
  const others = weights.factors.filter(({ of }) => of.kind === 'symbol' && !of.name.startsWith(`${layer}.`));
  if (others.length === 0) return undefined;
  return { from: ['filters', 'units', 'depth'].map((of) => `${layer}.${of}`), instead: product(others) };
}

/** The next layer counted on what a layer gets in, not on what it gives; with the layer itself in the total or not. */
function passedOver(line: Line, working: Working): Mutant[] {
  const { name, layer, sort = '' } = line;
  const input = /^(?:conv|fc)\.parameters$/.test(sort) && layer === name ? inputOf(line) : undefined;
  if (!input || layer === undefined) return [];
  const size = working.lines.find((one) => one.name === `${layer}.size`);
  const by = (of: string): Expression | undefined =>
    input.from.includes(of) ? input.instead : of === size?.name && size.skip ? symbol(size.skip) : undefined;
  const others = working.lines.filter((one) => one.layer !== layer && one.inputs.some((of) => by(of)));
  if (others.length === 0) return [];
  const trees: Trees = others.map((one) => [one.name, substitute(one.formula, by)]);
  const words = layerWords(layer, working);
  const kept = {
    says: `The output of ${words} was passed over: the next layer was counted on the input of ${words}.`,
    hint: 'A layer is counted on the wrong input.',
    check: 'What comes out of the layer just before this one?',
  };
  const gone = { says: `The layer ${words} was left out of the network altogether.`, ...forgotten };
  const total = working.lines.find((one) => one.sort === 'total');
  const rest: Trees = total ? [[total.name, throughout(total.formula, name, number('0'))]] : [];
  return [
    mutant({ kind: 'skipped-step', price: prices.skipped + 1.5, wording: kept }, trees),
    mutant({ kind: 'skipped-step', price: prices.skipped + 1, wording: gone }, [...trees, ...rest]),
  ];
}

const attributes = [
  { of: 'padding', as: '0', kind: 'dropped-term', says: 'The padding was left out' },
  { of: 'stride', as: '1', kind: 'dropped-factor', says: 'The stride was ignored' },
  { of: 'groups', as: '1', kind: 'dropped-factor', says: 'The groups were ignored, as if a filter saw all maps,' },
  { of: 'dilation', as: '1', kind: 'dropped-factor', says: 'The dilation was ignored' },
] as const;

/** A number of one layer not used, or that of all layers that have it. */
function ignored(working: Working): Mutant[] {
  return attributes.flatMap(({ of, ...how }) => {
    const names = [...working.givens.keys()].filter((name) => name.endsWith(`.${of}`));
    const used = names.filter((name) => working.lines.some(({ inputs }) => inputs.includes(name)));
    const layer = (name: string): string => layerWords(name.slice(0, -of.length - 1), working);
    const single = used.map((name) => notUsed([name], how, ` in ${layer(name)}.`, working));
    return used.length > 1 ? [...single, notUsed(used, how, ' in every layer.', working)] : single;
  });
}

type How = Omit<(typeof attributes)[number], 'of'>;

function notUsed(names: readonly string[], { as, kind, says }: How, where: string, { lines }: Working): Mutant {
  const users = lines.filter(({ inputs }) => inputs.some((name) => names.includes(name)));
  const trees: Trees = users.map((line) => [
    line.name,
    names.reduce((tree, name) => throughout(tree, name, number(as)), line.formula),
  ]);
  const hint = 'A number of the layers was not used.';
  const wording = { says: says + where, hint, check: 'Is every number of the list used?' };
  return mutant({ kind, price: prices.dropped - 0.1, wording }, trees);
}

const ceiled = (tree: Expression): Expression =>
  isCall(tree, 'floor')
    ? call('ceil', ...tree.args)
    : children(tree).length === 0
      ? tree
      : withChildren(tree, children(tree).map(ceiled));

const hasFloor = (tree: Expression): boolean => isCall(tree, 'floor') || children(tree).some(hasFloor);

function roundedUp({ lines }: Working): Mutant[] {
  const trees: Trees = lines
    .filter(({ formula }) => hasFloor(formula))
    .map(({ name, formula }) => [name, ceiled(formula)]);
  if (trees.length < 2) return [];
  const wording = {
    says: 'The output sizes were rounded up instead of down.',
    hint: 'Check which way a fraction of a step goes.',
    check: 'Does the last window fit inside the input?',
  };
  return [mutant({ kind: 'floor-ceil', price: prices.floorCeil, wording }, trees)];
}

function withoutPooling(working: Working): Mutant[] {
  const pools = working.lines.filter(({ sort, skip }) => sort?.startsWith('pool.') && skip !== undefined);
  if (pools.length < 2) return [];
  const skips = new Map(pools.map(({ name, skip = '' }) => [name, symbol(skip)]));
  const users = working.lines.filter(({ inputs }) => inputs.some((name) => skips.has(name)));
  const trees: Trees = users.map(({ name, formula }) => [name, substitute(formula, (of) => skips.get(of))]);
  const wording = {
    says: `${pools.length === 2 ? 'Both' : 'All'} pooling layers were left out: the size was never reduced.`,
    hint: 'A layer is counted on the wrong input.',
    check: 'How large is what comes out of each layer?',
  };
  return [mutant({ kind: 'skipped-step', price: prices.skipped + 1, wording }, trees)];
}

/** Where some convolutions have groups, another one taken to have them too. */
function groupedAsWell(working: Working): Mutant[] {
  const [groups] = [...working.givens.keys()].filter((name) => name.endsWith('.groups'));
  if (groups === undefined) return [];
  const plain = working.lines.filter(
    ({ sort, inputs }) => sort === 'conv.parameters' && !inputs.some((name) => name.endsWith('.groups')),
  );
  return plain.flatMap(({ name, layer = name, formula }) => {
    if (formula.kind !== 'sum') return [];
    const terms = formula.terms.map((term, i) => (i === 0 ? { ...term, of: divided(term.of, groups) } : term));
    const wording = {
      says: `${layerWords(layer, working)} was taken to be grouped as well.`,
      hint: 'Check which layers are connected to only a part of the maps.',
      check: 'To how many maps is one filter of this layer connected?',
    };
    return [mutant({ kind: 'extra', price: prices.extra - 0.5, wording }, [[name, sum(terms)]])];
  });
}

const divided = (of: Expression, by: string): Expression =>
  product([
    { inverse: false, of },
    { inverse: true, of: symbol(by) },
  ]);
