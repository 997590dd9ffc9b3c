import { type Expression, number, product, sum, symbol } from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import { prices, type Wording } from './edit.ts';
import { type Mutant, mutant } from './mutant.ts';
import { allOf, layerWords } from './spoken.ts';

type Sum = Extract<Expression, { kind: 'sum' }>;

/** A line whose terms have names, such as weights and biases. */
interface Named {
  readonly line: Line;
  readonly formula: Sum;
  readonly at: number;
}

/** A slip in all the lines of a group: what becomes of the term, and the sentence about the group. */
interface Change {
  readonly kind: Mutant['kind'];
  readonly price: number;
  readonly term: (one: Named) => Expression | undefined;
  readonly says: (where: string) => string;
  readonly check: string;
}

const hint = 'Count again what a layer learns.';

/** Slips in what the terms of like lines stand for: the biases left out, or counted once for each layer. */
export function roleMutants(working: Working): Mutant[] {
  const roles = new Set(working.lines.flatMap(({ terms = [] }) => terms));
  return [...roles].flatMap((role) => {
    const named = working.lines.flatMap((line) => namedIn(line, role));
    const changes = role === 'biases' ? [leftOut(role), ...ofBiases] : [leftOut(role)];
    return groupsOf(named).flatMap((group) => changes.flatMap((change) => changed(group, change, role, working)));
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

/** In a line by itself the slip is said of that line; the others are confirmed or not by their own. */
const wider = 0.05;

function changed(group: readonly Named[], change: Change, role: string, working: Working): Mutant[] {
  const terms = group.map(change.term);
  if (terms.some((term) => term === undefined)) return [];
  const trees = group.map(
    ({ line, formula, at }, i) => [line.name, withTerm(formula, at, terms[i] as Expression)] as const,
  );
  const wording: Wording = { says: change.says(where(group, working)), hint, check: change.check };
  const made = mutant({ ...change, wording }, trees);
  if (role !== 'biases') return [made];
  const family = `biases ${change.kind} ${group.length > 1 ? 'of a sort' : ''}`;
  return [{ ...made, family, ...(group.length > 1 && { price: made.price + wider }) }];
}

function where(group: readonly Named[], working: Working): string {
  const [only] = group;
  if (group.length > 1) return allOf(group.map(({ line }) => line.sort));
  return only?.line.layer === undefined ? 'the layer' : layerWords(only.line.layer, working);
}

/** A term taken to be 0 is left out, so that this is the same formula as one in which it was forgotten. */
function withTerm(formula: Sum, at: number, of: Expression): Expression {
  if (of.kind === 'number' && of.text === '0') return sum(formula.terms.filter((_, i) => i !== at));
  return sum(formula.terms.map((term, i) => (i === at ? { ...term, of } : term)));
}

const leftOut = (role: string): Change => ({
  kind: 'dropped-term',
  price: prices.dropped + (role === 'biases' ? -1.1 : 1.5),
  term: () => number('0'),
  says: (where) => `The ${role} were left out of ${where}.`,
  check: 'For each layer: count its weights, then what else it learns.',
});

const ofBiases: readonly Change[] = [
  {
    kind: 'dropped-factor',
    price: prices.dropped,
    term: () => number('1'),
    says: (where) =>
      `Only one bias was counted for the whole of a layer, in ${where}; every filter or unit has its own.`,
    check: 'How many outputs does one bias serve?',
  },
  {
    kind: 'extra',
    price: prices.dropped + 1,
    term: (one) => times(one, 1),
    says: (where) => `A bias was counted for every filter and every input channel of ${where}; a filter has one.`,
    check: 'How many numbers does one filter give for one position?',
  },
  {
    kind: 'extra',
    price: prices.dropped + 1,
    term: (one) => times(one, 2),
    says: (where) =>
      `The biases of ${where} were multiplied by the kernel as well: in \`kernel*kernel*channels + 1\` the 1 stands by itself.`,
    check: 'Where does the bracket open, and where does it close?',
  },
];

/** The bias term times the factors that stand once (the channels) or twice (the kernel) in the weights of a convolution. */
function times({ line, formula: { terms }, at }: Named, often: 1 | 2): Expression | undefined {
  const { sort = 'conv' } = line;
  const weights = terms.find((_, i) => i !== at)?.of;
  const bias = terms[at]?.of;
  if (!sort.startsWith('conv') || weights?.kind !== 'product' || bias?.kind !== 'symbol') return undefined;
  const names = weights.factors.flatMap(({ of, inverse }) => (of.kind === 'symbol' && !inverse ? [of.name] : []));
  const found = names.filter((name) => name !== bias.name && names.filter((other) => other === name).length === often);
  if (found.length !== often) return undefined;
  return product([bias.name, ...found].map((name) => ({ inverse: false, of: symbol(name) })));
}
