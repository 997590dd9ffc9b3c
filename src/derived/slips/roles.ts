import { type Expression, number, product, sum } from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type Edit, prices } from './edit.ts';
import { type Mutant, mutant } from './mutant.ts';
import { allOf, layerWords } from './spoken.ts';

type Sum = Extract<Expression, { kind: 'sum' }>;

/** A line whose terms have names, such as weights and biases. */
interface Named {
  readonly line: Line;
  readonly formula: Sum;
  readonly at: number;
}

/** Slips in what the terms of like lines stand for: the biases left out, or counted once for each layer. */
export function roleMutants(working: Working): Mutant[] {
  const roles = new Set(working.lines.flatMap(({ terms = [] }) => terms));
  return [...roles].flatMap((role) => {
    const named = working.lines.flatMap((line) => namedIn(line, role));
    const groups = groupsOf(named);
    const some = groups.flatMap((group) => [leftOut(group, role, working), ...once(group, role, working)]);
    return [...some, ...(role === 'biases' ? named.flatMap((one) => perChannel(one, working)) : [])];
  });
}

function namedIn(line: Line, role: string): Named[] {
  const at = line.terms?.indexOf(role) ?? -1;
  const { formula } = line;
  return at >= 0 && formula.kind === 'sum' && formula.terms.length === line.terms?.length
    ? [{ line, formula, at }]
    : [];
}

/** Each by itself, all of one sort, and all. */
function groupsOf(named: readonly Named[]): (readonly Named[])[] {
  const sorts = [...new Set(named.map(({ line }) => line.sort))];
  const bySort = sorts
    .map((sort) => named.filter(({ line }) => line.sort === sort))
    .filter((group) => group.length > 1);
  const all = sorts.length > 1 ? [named] : [];
  return [...named.map((one) => [one]), ...bySort, ...all];
}

function where(group: readonly Named[], working: Working): string {
  const [only] = group;
  if (group.length > 1) return allOf(group.map(({ line }) => line.sort));
  return only?.line.layer === undefined ? 'the layer' : layerWords(only.line.layer, working);
}

/** A little likelier than the same edit by itself, so that its words are the ones that are said. */
const likelier = 0.1;

function leftOut(group: readonly Named[], role: string, working: Working): Mutant {
  const trees = group.map(
    ({ line, formula, at }) => [line.name, sum(formula.terms.filter((_, i) => i !== at))] as const,
  );
  const wording = {
    says: `The ${role} were left out of ${where(group, working)}.`,
    hint: group.length > 1 ? 'Something is missing in every layer of a sort.' : 'A sum is one term short.',
    check: 'For each layer: count its weights, then what else it learns.',
  };
  return mutant({ kind: 'dropped-term', price: prices.dropped - likelier, wording }, trees);
}

function once(group: readonly Named[], role: string, working: Working): Mutant[] {
  if (role !== 'biases') return [];
  const trees = group.map(({ line, formula, at }) => [line.name, withTerm(formula, at, number('1'))] as const);
  const wording = {
    says: `One bias was counted for ${group.length > 1 ? `each of ${where(group, working)}` : `the whole of ${where(group, working)}`}; every filter or unit has its own.`,
    hint: 'Count again how many biases a layer has.',
    check: 'How many outputs does one bias serve?',
  };
  return [mutant({ kind: 'dropped-factor', price: prices.dropped + 1, wording }, trees)];
}

const withTerm = (formula: Sum, at: number, of: Expression): Expression =>
  sum(formula.terms.map((term, i) => (i === at ? { ...term, of } : term)));

/** A bias for every filter and input channel, as if the biases belonged to the slices of a filter. */
function perChannel({ line, formula, at }: Named, working: Working): Mutant[] {
  const bias = formula.terms[at]?.of;
  const channels = channelsOf(line, formula, at);
  if (!bias || !channels) return [];
  const factors = [bias, channels].map((of) => ({ inverse: false, of }));
  const wording = {
    says: `A bias was counted for every filter and every input channel of ${where([{ line, formula, at }], working)}; a filter has one.`,
    hint: 'Count again how many biases a layer has.',
    check: 'How many numbers does one filter give for one position?',
  };
  const edit: Omit<Edit, 'tree' | 'trace'> = { kind: 'extra', price: prices.extra - 1, wording };
  return [mutant(edit, [[line.name, withTerm(formula, at, product(factors))]])];
}

/** In kernel × kernel × channels × filters, the one that stands there once and is not the bias term. */
function channelsOf({ sort = 'conv' }: Line, { terms }: Sum, at: number): Expression | undefined {
  const weights = terms.find((_, i) => i !== at)?.of;
  const bias = terms[at]?.of;
  if (!sort.startsWith('conv') || weights?.kind !== 'product' || bias?.kind !== 'symbol') return undefined;
  const names = weights.factors.flatMap(({ of, inverse }) => (of.kind === 'symbol' && !inverse ? [of.name] : []));
  const once = names.filter((name) => name !== bias.name && names.indexOf(name) === names.lastIndexOf(name));
  const [only] = once;
  return once.length === 1 && only !== undefined ? { kind: 'symbol', name: only } : undefined;
}
