import { exchanged, occurrences, throughout } from '../../expressions/throughout.ts';
import { type Expression, number, symbol } from '../../expressions/tree.ts';
import { called, type Message, ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Line, Operator, Slip, Wording, Working } from '../../working/working.ts';
import { siblingsOf } from '../siblings.ts';

/** What a symbol may be taken for. */
interface Mistaking {
  readonly by: Expression;
  readonly trace: string;
  readonly wording: Wording;
}

type Mistake = (name: string, working: Working) => readonly Mistaking[];

/** An operator that takes a symbol for something else: at one place, throughout a line, and throughout the working. */
const mistaking = (about: Omit<Operator, 'edits' | 'slips'>, mistake: Mistake): Operator => {
  const known = new WeakMap<Working, Map<string, readonly Mistaking[]>>();
  const taken: Mistake = (name, working) => {
    const byName = known.get(working) ?? new Map<string, readonly Mistaking[]>();
    known.set(working, byName);
    const list = byName.get(name) ?? mistake(name, working);
    byName.set(name, list);
    return list;
  };
  return {
    ...about,
    edits: ({ node, replace }, _, working) =>
      node.kind === 'symbol'
        ? taken(node.name, working).map(({ by, ...edit }): Edit => ({ ...edit, tree: replace(by) }))
        : [],
    slips: (working) =>
      symbolsIn(working).flatMap((name) =>
        taken(name, working).flatMap(({ by, wording }) => everywhere(name, by, wording, working)),
      ),
  };
};

const symbolsIn = ({ givens, lines }: Working): string[] => [...givens.keys(), ...lines.map(({ name }) => name)];

/** A symbol mistaken throughout a line that uses it twice, and throughout the working. */
function everywhere(name: string, by: Expression, wording: Wording, { lines }: Working): Slip[] {
  const users = usersOf(lines).get(name) ?? [];
  const trees = users.map((line) => [line.name, throughout(line.formula, name, by)] as const);
  const inLines = trees.filter((_, i) => occurrences(users[i]?.formula, name) > 1).map((tree) => [tree]);
  return [...inLines, ...(trees.length > 1 ? [trees] : [])].map((changed) => ({ trees: changed, wording }));
}

const known = new WeakMap<readonly Line[], ReadonlyMap<string, readonly Line[]>>();

/** By symbol, the lines that use it. */
function usersOf(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = known.get(lines) ?? findUsers(lines);
  known.set(lines, found);
  return found;
}

function findUsers(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const users = new Map<string, Line[]>();
  for (const line of lines) for (const name of line.inputs) users.set(name, [...(users.get(name) ?? []), line]);
  return users;
}

const lineOf = (name: string, { lines }: Working): Line | undefined => lines.find((line) => line.name === name);

const skippedStep = mistaking(
  { id: 'step-left-out', kind: 'skipped-step', price: prices.skipped, traits: ['structural', 'common'] },
  (name, working) => {
    const line = lineOf(name, working);
    const instead = line?.skip ?? (line?.inputs.length === 1 ? line.inputs[0] : undefined);
    if (!line || instead === undefined) return [];
    const wording = {
      says: skippedWords(line, instead),
      hint: 'The chain is one link short.',
      check: 'Does each step use the result of the one before it?',
    };
    return [{ by: symbol(instead), trace: '', wording }];
  },
);

function skippedWords({ name, role }: Line, instead: string): Message {
  if (role?.layer === undefined)
    return say`${called('the step', symbol(name))} was left out: ${ref(instead)} was used in its place.`;
  if (role.type === 'conv') return say`The size was taken to stay the same: ${ref(instead)} was used for ${ref(name)}.`;
  return say`${ref(role.layer)} was left out, and ${ref(instead)} used for ${ref(name)}.`;
}

/** The other numbers of one layer are told apart by what they are, not by their places. */
function apart(name: string, other: string, working: Working): string {
  const [mine, its] = [working.roles?.get(name), working.roles?.get(other)];
  return mine?.layer !== undefined && mine.layer === its?.layer ? `.${its.of}` : '';
}

const takenForSibling = mistaking(
  { id: 'symbol-taken-for-another', kind: 'swapped', price: prices.swapped, traits: [] },
  (name, working) =>
    (siblingsOf(working).get(name) ?? []).map((other) => ({
      by: symbol(other),
      trace: apart(name, other, working),
      wording: {
        says: say`${ref(other)} stands where ${ref(name)} belongs.`,
        hint: 'A symbol is taken for its neighbour.',
        check: 'Go through the formula symbol by symbol: which index has each?',
      },
    })),
);

const takenAs = (name: string, text: '0' | '1'): Mistaking => ({
  by: number(text),
  trace: '',
  wording: {
    says: say`${ref(name)} was taken to be ${text}, as if it were not there.`,
    hint: 'One of the quantities was left out.',
    check: 'Go through the formula symbol by symbol: is each one used?',
  },
});

const takenAsOne = mistaking(
  { id: 'symbol-taken-as-1', kind: 'dropped-factor', price: prices.takenAs, traits: ['structural', 'common'] },
  (name) => [takenAs(name, '1')],
);

const takenAsZero = mistaking(
  { id: 'given-taken-as-0', kind: 'dropped-term', price: prices.takenAs, traits: ['structural', 'common'] },
  (name, { givens }) => (givens.has(name) ? [takenAs(name, '0')] : []),
);

/** Two givens exchanged in every line that uses them. */
const givensExchanged: Operator = {
  id: 'givens-exchanged',
  kind: 'swapped',
  price: prices.operator,
  traits: [],
  slips: (working) => {
    const siblings = siblingsOf(working);
    const pairs = [...working.givens.keys()].flatMap((a) =>
      (siblings.get(a) ?? []).filter((b) => a < b && working.givens.has(b)).map((b): [string, string] => [a, b]),
    );
    return pairs.map(([a, b]) => {
      const users = working.lines.filter((line) => line.inputs.includes(a) || line.inputs.includes(b));
      const wording = {
        says: say`${ref(a)} and ${ref(b)} were exchanged.`,
        hint: 'Two quantities are exchanged.',
        check: 'Go through the formula symbol by symbol: which index has each?',
      };
      return { trees: users.map(({ name, formula }) => [name, exchanged(formula, a, b)] as const), wording };
    });
  },
};

/** What goes wrong in reading a symbol. */
export const ofSymbols: readonly Operator[] = [skippedStep, takenForSibling, takenAsOne, takenAsZero, givensExchanged];
