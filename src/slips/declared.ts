import type { Fn } from '../expressions/functions/fn.ts';
import { parseFormula } from '../expressions/plain.ts';
import { throughout } from '../expressions/throughout.ts';
import { type Expression, number, substitute, symbolsOf } from '../expressions/tree.ts';
import type { Convention } from '../working/asked.ts';
import { keyOf } from '../working/key.ts';
import { prices } from '../working/prices.ts';
import type { Line, Operator, Working } from '../working/working.ts';
import { literal } from './literal.ts';
import { type Mutant, mutant } from './mutant.ts';

const misconception: Operator = {
  id: 'misconception',
  kind: 'misconception',
  price: prices.dropped - 0.2,
  traits: [],
};
const otherNumber: Operator = { id: 'other-number', kind: 'misconception', price: prices.alternative, traits: [] };
const sister: Operator = { id: 'sister', kind: 'misconception', price: prices.alternative, traits: [] };

/** What an author declares of the question as it stands. */
export const misconceptions = (working: Working): Mutant[] =>
  working.misconceptions.map((one) => {
    const hint = 'Think again about what is counted.';
    const wording = { says: one.says, hint, check: 'Try the smallest case by hand.' };
    return mutant(misconception, { trees: formulasOf(one, working.functions), wording, id: one.id });
  });

const declared = {
  hint: 'Read the question again: this is the answer to another one.',
  check: 'What exactly is asked?',
};

/** Other numbers that the givens are commonly taken to be. */
export function otherGivens({ alternatives = [], givens, lines }: Working): Mutant[] {
  const other = alternatives.filter(({ given, value }) => givens.has(given) && givens.get(given) !== value);
  return other.map(({ given, value, says }) => {
    const users = lines.filter(({ inputs }) => inputs.includes(given));
    const trees = users.map((line) => [line.name, throughout(line.formula, given, literal(value))] as const);
    return mutant(otherNumber, { trees, wording: { says, ...declared }, fractions: true });
  });
}

/** The sister networks that an author lists, worked in the place of this one. */
export function sisters({ variants = [], lines }: Working): Mutant[] {
  return variants.map(({ says, working }) => {
    const key = keyOf(working);
    const trees = lines.flatMap(({ name, formula }): [string, Expression][] => {
      const value = key.get(name)?.exact;
      return value === undefined || formula.kind === 'number' ? [] : [[name, number(value.toFixed())]];
    });
    return mutant(sister, { trees, wording: { says, ...declared } });
  });
}

/** The formulas of a convention, with its own numbers in place; `functions` are those of the author. */
export function formulasOf({ over, givens = {} }: Convention, functions?: readonly Fn[]): [string, Expression][] {
  const own = (name: string): Expression | undefined => {
    const text = givens[name];
    return text === undefined ? undefined : literal(text);
  };
  return Object.entries(over).map(([name, text]) => [name, substitute(parseFormula(text, functions), own)]);
}

/** What a set of conventions makes of a structure: shared between the workings of one structure. */
type Changed = Pick<Working, 'lines' | 'conventions' | 'names' | 'counts'>;
const changed = new WeakMap<readonly Line[], Map<string, Changed>>();

/**
 * The working of someone who follows these conventions, without the lines from which nothing follows by them; `whole`
 * keeps these, for papers that show one.
 */
export function under(working: Working, followed: readonly Convention[], whole = false): Working {
  if (followed.length === 0) return working;
  const known = changed.get(working.lines) ?? new Map<string, Changed>();
  changed.set(working.lines, known);
  const key = [...followed.map(({ id }) => id), whole].join(' ');
  const made = known.get(key) ?? changedBy(working, followed, whole);
  known.set(key, made);
  const own = followed.flatMap(({ givens = {} }) => Object.entries(givens));
  return { ...working, ...made, givens: new Map([...working.givens, ...own]) };
}

function changedBy(working: Working, followed: readonly Convention[], whole: boolean): Changed {
  const over = new Map(followed.flatMap((one) => Object.entries(one.over)));
  const lines = working.lines.map((line): Line => {
    const text = over.get(line.name);
    if (text === undefined) return line;
    const { terms = [], ...rest } = line;
    const formula = parseFormula(text, working.functions);
    const named = formula.kind === 'sum' && formula.terms.length === terms.length ? { terms } : {};
    return { ...rest, formula, inputs: symbolsOf(formula), ...named };
  });
  const counts = working.counts && !followed.some(({ fractions }) => fractions);
  const conventions = working.conventions.filter((one) => followed.every((other) => areApart(one, other)));
  const names = Object.assign({}, working.names, ...followed.map((one) => one.names ?? {}));
  return { lines: whole ? lines : leading(working, lines), names, counts, conventions };
}

/** Do two conventions change different lines, so that both can be followed? */
export const areApart = (a: Convention, b: Convention): boolean =>
  !Object.keys(a.over).some((line) => Object.hasOwn(b.over, line));

/** Without the lines from which no longer anything follows. */
function leading(before: Working, lines: readonly Line[]): Line[] {
  const used = new Set(before.lines.flatMap(({ inputs }) => inputs));
  const kept = new Set(before.lines.map(({ name }) => name).filter((name) => !used.has(name)));
  for (const line of [...lines].reverse()) if (kept.has(line.name)) for (const input of line.inputs) kept.add(input);
  return lines.filter(({ name }) => kept.has(name));
}
