import { type Expression, number, product, sum, symbol } from '../../expressions/tree.ts';
import { code, type Message, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import { plainVoice } from '../../working/voice.ts';
import type { Line, Operator, Slip, Trait, Working } from '../../working/working.ts';

type Sum = Extract<Expression, { kind: 'sum' }>;

/** A line whose terms have names, such as weights and biases. */
interface Named {
  readonly line: Line;
  readonly formula: Sum;
  readonly at: number;
}

/** A slip in all the lines of a group: what becomes of the term, and the sentence about the group. */
interface Change {
  readonly id: string;
  readonly kind: Operator['kind'];
  readonly price: number;
  readonly traits: readonly Trait[];
  /** Is it one of the terms that this can happen to? */
  readonly applies: (role: string) => boolean;
  readonly term: (one: Named) => Expression | undefined;
  readonly says: (where: Message, role: string) => Message;
  readonly check: string;
}

/** A slip in what the terms of like lines stand for, in each line, in all of one sort, and in all. */
const inTerms = ({ id, kind, price, traits, ...change }: Change): Operator => ({
  id,
  kind,
  price,
  traits,
  slips: (working) => {
    const roles = new Set(working.lines.flatMap(({ terms = [] }) => terms));
    return [...roles].filter(change.applies).flatMap((role) => {
      const named = working.lines.flatMap((line) => namedIn(line, role));
      return groupsOf(named).flatMap((group) => changed(group, { id, kind, price, traits, ...change }, role, working));
    });
  },
});

function namedIn(line: Line, role: string): Named[] {
  const at = line.terms?.indexOf(role) ?? -1;
  const { formula } = line;
  return at >= 0 && formula.kind === 'sum' && formula.terms.length === line.terms?.length
    ? [{ line, formula, at }]
    : [];
}

const sortOf = ({ line: { role } }: Named): string => (role ? `${role.type}.${role.of}` : '');

/** Each by itself, all of one sort, and all. */
function groupsOf(named: readonly Named[]): (readonly Named[])[] {
  const sorts = [...new Set(named.map(sortOf))];
  const bySort = sorts.map((sort) => named.filter((one) => sortOf(one) === sort)).filter((group) => group.length > 1);
  const all = sorts.length > 1 ? [named] : [];
  return [...named.map((one) => [one]), ...bySort, ...all];
}

const isBias = (role: string): boolean => role === 'biases';

/** In a line by itself the slip is said of that line; the others are confirmed or not by their own. */
const wider = 0.05;

function changed(group: readonly Named[], change: Change, role: string, working: Working): Slip[] {
  const terms = group.map(change.term);
  if (terms.some((term) => term === undefined)) return [];
  const trees = group.map(
    ({ line, formula, at }, i) => [line.name, withTerm(formula, at, terms[i] as Expression)] as const,
  );
  const where = (working.voice ?? plainVoice).place(group.map(({ line }) => line));
  const { check } = change;
  const wording = {
    says: change.says(where, role),
    hint: 'Count again what a layer learns.',
    check,
    place: 'said',
  } as const;
  if (!isBias(role)) return [{ trees, wording }];
  const family = `biases ${change.kind} ${group.length > 1 ? 'of a sort' : ''}`;
  return [{ trees, wording, family, ...(group.length > 1 && { dearer: wider }) }];
}

/** A term taken to be 0 is left out, so that this is the same formula as one in which it was forgotten. */
function withTerm(formula: Sum, at: number, of: Expression): Expression {
  if (of.kind === 'number' && of.text === '0') return sum(formula.terms.filter((_, i) => i !== at));
  return sum(formula.terms.map((term, i) => (i === at ? { ...term, of } : term)));
}

const leftOut: Omit<Change, 'id' | 'price' | 'applies'> = {
  kind: 'dropped-term',
  traits: ['structural', 'common'],
  term: () => number('0'),
  says: (where, role) => say`The ${role} were left out of ${where}.`,
  check: 'For each layer: count its weights, then what else it learns.',
};

/** The bias term times the factors that stand once (the channels) or twice (the kernel) in the weights of a convolution. */
function times({ line, formula: { terms }, at }: Named, often: 1 | 2): Expression | undefined {
  const weights = terms.find((_, i) => i !== at)?.of;
  const bias = terms[at]?.of;
  const type = line.role?.type ?? 'conv';
  if (type !== 'conv' || weights?.kind !== 'product' || bias?.kind !== 'symbol') return undefined;
  const names = weights.factors.flatMap(({ of, inverse }) => (of.kind === 'symbol' && !inverse ? [of.name] : []));
  const found = names.filter((name) => name !== bias.name && names.filter((other) => other === name).length === often);
  if (found.length !== often) return undefined;
  return product([bias.name, ...found].map((name) => ({ inverse: false, of: symbol(name) })));
}

/** What goes wrong with terms that have names. */
export const ofTerms: readonly Operator[] = [
  inTerms({ ...leftOut, id: 'biases-left-out', price: prices.biases, applies: isBias }),
  inTerms({ ...leftOut, id: 'terms-left-out', price: prices.dropped + 1.5, applies: (role) => !isBias(role) }),
  inTerms({
    id: 'one-bias-for-a-layer',
    kind: 'dropped-factor',
    price: prices.dropped,
    traits: ['structural', 'common'],
    applies: isBias,
    term: () => number('1'),
    says: (where) =>
      say`Only one bias was counted for the whole of a layer, in ${where}; every filter or unit has its own.`,
    check: 'How many outputs does one bias serve?',
  }),
  inTerms({
    id: 'bias-for-every-channel',
    kind: 'extra',
    price: prices.dropped + 1,
    traits: ['structural'],
    applies: isBias,
    term: (one) => times(one, 1),
    says: (where) => say`A bias was counted for every filter and every input channel of ${where}; a filter has one.`,
    check: 'How many numbers does one filter give for one position?',
  }),
  inTerms({
    id: 'bias-times-kernel',
    kind: 'extra',
    price: prices.dropped + 1,
    traits: ['structural'],
    applies: isBias,
    term: (one) => times(one, 2),
    says: (where) =>
      say`The biases of ${where} were multiplied by the kernel as well: in ${code('kernel*kernel*channels + 1')} the 1 stands by itself.`,
    check: 'Where does the bracket open, and where does it close?',
  }),
];
