import { print } from '../../expressions/print.ts';
import { children, type Expression, number, sum, symbol, symbolsOf } from '../../expressions/tree.ts';
import type { SlipKind } from '../../records/result.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type Edit, prices, type Wording } from './edit.ts';
import { functionEdits, powerEdits } from './functions.ts';
import { misreadings } from './misreadings.ts';
import { productEdits } from './products.ts';
import { siblingsOf } from './siblings.ts';
import { shapeOf, sites } from './sites.ts';
import { sumEdits } from './sums.ts';
import { atOnePlace, type Mistaking, mistakings, throughout } from './symbols.ts';

/** A worked solution with one slip in it: the formulas of the lines that the slip changed. */
export interface Mutant {
  readonly kind: SlipKind;
  readonly price: number;
  /** The first line that it changes. */
  readonly step: string;
  readonly trees: ReadonlyMap<string, Expression>;
  readonly wording: Wording;
}

const made = new WeakMap<Working, readonly Mutant[]>();

/** Every working that one slip makes of this one; generated once for a working. Equal ones are not merged yet. */
export function mutantsOf(working: Working): readonly Mutant[] {
  const known = made.get(working) ?? generate(working);
  made.set(working, known);
  return known;
}

function generate(working: Working): readonly Mutant[] {
  const mistaken = mistakingsOf(working);
  const edits = new Map(working.lines.map((line) => [line, editsOf(line, mistaken, working)]));
  const single = [...edits].flatMap(([line, list]) => list.map((edit) => mutant(edit, [[line.name, edit.tree]])));
  const all = [
    ...single,
    ...consistent(edits),
    ...linear(working),
    ...everywhere(working, mistaken),
    ...misread(working),
    ...exchangedGivens(working),
  ];
  const order = new Map(working.lines.map((line, i) => [line.name, i]));
  return all.filter((m) => m.trees.size > 0 && looksBack(m, order, working));
}

const mutant = ({ kind, price, wording }: Omit<Edit, 'tree' | 'trace'>, trees: [string, Expression][]): Mutant => ({
  kind,
  price,
  step: trees[0]?.[0] ?? '',
  trees: new Map(trees),
  wording,
});

function editsOf(line: Line, mistaken: (name: string) => readonly Mistaking[], working: Working): Edit[] {
  const structural = sites(line.formula).flatMap((site) => [
    ...sumEdits(site),
    ...productEdits(site),
    ...functionEdits(site),
    ...powerEdits(site),
    ...atOnePlace(site, mistaken),
  ]);
  return working.counts ? [...structural, ...oneOff(line)] : structural;
}

function oneOff(line: Line): Edit[] {
  return [true, false].map((negative) => ({
    kind: 'off-by-one',
    price: prices.offByOne,
    tree: sum([
      { negative: false, of: line.formula },
      { negative, of: number('1') },
    ]),
    trace: `off${negative}`,
    wording: {
      says: `\`${line.name}\` is one too ${negative ? 'small' : 'large'}.`,
      hint: 'Count the ends.',
      check: 'Try the smallest case by hand.',
    },
  }));
}

/** The same edit in every line of the same shape is one slip. */
function consistent(edits: ReadonlyMap<Line, readonly Edit[]>): Mutant[] {
  const groups = new Map<string, Line[]>();
  for (const line of edits.keys()) {
    const shape = `${line.sort ?? ''} ${shapeOf(line.formula)}`;
    groups.set(shape, [...(groups.get(shape) ?? []), line]);
  }
  return [...groups.values()].filter((group) => group.length > 1).flatMap((group) => inAll(group, edits));
}

function inAll(group: readonly Line[], edits: ReadonlyMap<Line, readonly Edit[]>): Mutant[] {
  const [first, ...others] = group.map((line) => new Map((edits.get(line) ?? []).map((edit) => [edit.trace, edit])));
  const shared = [...(first ?? [])].filter(([trace]) => others.every((edit) => edit.has(trace)));
  return shared.map(([trace, edit]) => {
    const trees = group.map((line, i): [string, Expression] => {
      const same = i === 0 ? edit : (others[i - 1]?.get(trace) ?? edit);
      return [line.name, same.tree];
    });
    const names = group.map((line) => `\`${line.name}\``);
    const says = `In ${listed(names)} alike: ${edit.wording.says.charAt(0).toLowerCase()}${edit.wording.says.slice(1)}`;
    return mutant({ ...edit, wording: { ...edit.wording, says } }, trees);
  });
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function mistakingsOf(working: Working): (name: string) => readonly Mistaking[] {
  const siblings = siblingsOf(working);
  const byName = new Map(working.lines.map((line) => [line.name, line]));
  const known = new Map<string, readonly Mistaking[]>();
  return (name) => {
    const list = known.get(name) ?? mistakings(name, siblings.get(name) ?? [], byName.get(name));
    known.set(name, list);
    return list;
  };
}

/** A symbol mistaken throughout a line that uses it twice, and throughout the working. */
function everywhere(working: Working, mistaken: (name: string) => readonly Mistaking[]): Mutant[] {
  const names = [...working.givens.keys(), ...working.lines.map((line) => line.name)];
  return names.flatMap((name) => {
    const users = working.lines.filter((line) => line.inputs.includes(name));
    return mistaken(name).flatMap((m) => {
      const trees = users.map((line): [string, Expression] => [line.name, throughout(line.formula, name, m.by)]);
      const lines = trees.filter((_, i) => occurrences(users[i]?.formula, name) > 1).map((tree) => mutant(m, [tree]));
      return trees.length > 1 ? [...lines, mutant(m, trees)] : lines;
    });
  });
}

/** A neuron taken as linear: its sigmoid not applied, and the derivative of it taken to be 1, which is one slip. */
function linear(working: Working): Mutant[] {
  return working.lines.flatMap(({ name, formula }) => {
    if (formula.kind !== 'call' || formula.name !== 'sigmoid') return [];
    const derivative = `${name}*(1 - ${name})`;
    const derived = working.lines.filter((line) => print(line.formula) === derivative);
    if (derived.length === 0) return [];
    const wording = {
      says: `The neuron \`${name}\` was taken as linear: no sigmoid, and 1 for its derivative.`,
      hint: 'The chain is one link short.',
      check: 'Does each function that is applied leave its derivative in the product?',
    };
    const trees = derived.map((line): [string, Expression] => [line.name, number('1')]);
    const applied: [string, Expression] = [name, formula.args[0] as Expression];
    return [mutant({ kind: 'skipped-step', price: prices.takenAs, wording }, [applied, ...trees])];
  });
}

const occurrences = (tree: Expression | undefined, name: string): number =>
  tree === undefined
    ? 0
    : tree.kind === 'symbol'
      ? Number(tree.name === name)
      : children(tree).reduce((n, child) => n + occurrences(child, name), 0);

/** A given number misread: in the whole working, or only where one line copies it. */
function misread(working: Working): Mutant[] {
  return [...working.givens].flatMap(([name, text]) => {
    const users = working.lines.filter((line) => line.inputs.includes(name));
    return misreadings(text, working.counts).flatMap((m) => {
      const wording = { ...m.wording, says: `\`${name}\` was read as ${m.text} instead of ${text}.` };
      const trees = users.map(({ name: line, formula }): [string, Expression] => [
        line,
        throughout(formula, name, literal(m.text)),
      ]);
      const copied = trees.map((tree) => mutant({ ...m, price: m.price + 1, wording }, [tree]));
      return trees.length > 1 ? [...copied, mutant({ ...m, wording }, trees)] : copied;
    });
  });
}

/** A number as a tree: a negative one is a sum of one subtracted term. */
export const literal = (text: string): Expression =>
  text.startsWith('-') ? sum([{ negative: true, of: number(text.slice(1)) }]) : number(text);

function exchangedGivens(working: Working): Mutant[] {
  const siblings = siblingsOf(working);
  const pairs = [...working.givens.keys()].flatMap((a) =>
    (siblings.get(a) ?? []).filter((b) => a < b && working.givens.has(b)).map((b): [string, string] => [a, b]),
  );
  return pairs.map(([a, b]) => {
    const users = working.lines.filter((line) => line.inputs.includes(a) || line.inputs.includes(b));
    const wording = {
      says: `\`${a}\` and \`${b}\` were exchanged.`,
      hint: 'Two quantities are exchanged.',
      check: 'Go through the formula symbol by symbol: which index has each?',
    };
    const trees = users.map(({ name, formula }): [string, Expression] => [name, exchange(formula, a, b)]);
    return mutant({ kind: 'swapped', price: prices.operator, wording }, trees);
  });
}

const between = '\u0000';

/** A formula with two symbols exchanged, by way of a name that no formula has. */
const exchange = (tree: Expression, a: string, b: string): Expression =>
  throughout(throughout(throughout(tree, a, symbol(between)), b, symbol(a)), between, symbol(b));

/** No line may use itself or a later one; and a change that changes nothing is none. */
function looksBack({ trees }: Mutant, order: ReadonlyMap<string, number>, working: Working): boolean {
  return [...trees].every(([name, tree]) => {
    const at = order.get(name) ?? -1;
    const back = symbolsOf(tree).every((s) => working.givens.has(s) || (order.get(s) ?? Infinity) < at);
    return back && print(tree) !== print(working.lines[at]?.formula as Expression);
  });
}
