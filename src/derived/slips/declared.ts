import type { Fn } from '../../expressions/functions/fn.ts';
import { parseFormula } from '../../expressions/plain.ts';
import { type Expression, number, substitute, symbolsOf } from '../../expressions/tree.ts';
import type { Convention, Line, Working } from '../../working/problem.ts';
import { keyOf } from '../key.ts';
import { prices } from './edit.ts';
import { literal } from './literal.ts';
import { type Mutant, mutant } from './mutant.ts';
import { throughout } from './symbols.ts';

/** What an author declares of the question as it stands: misconceptions and sister networks. */
export function declaredMutants(working: Working): Mutant[] {
  return [...working.misconceptions.map((one) => misconceived(one, working)), ...sisters(working)];
}

const declared = {
  hint: 'Read the question again: this is the answer to another one.',
  check: 'What exactly is asked?',
};

function misconceived(one: Convention, { functions }: Working): Mutant {
  const wording = {
    says: one.says,
    hint: 'Think again about what is counted.',
    check: 'Try the smallest case by hand.',
  };
  const edit = { kind: 'misconception', price: prices.dropped - 0.2, wording } as const;
  return { ...mutant(edit, formulasOf(one, functions)), id: one.id };
}

/** Other numbers that the givens are commonly taken to be. */
export function otherGivens({ alternatives = [], givens, lines }: Working): Mutant[] {
  const other = alternatives.filter(({ given, value }) => givens.has(given) && givens.get(given) !== value);
  return other.map(({ given, value, says }) => {
    const users = lines.filter(({ inputs }) => inputs.includes(given));
    const trees = users.map((line) => [line.name, throughout(line.formula, given, literal(value))] as const);
    const wording = { says, ...declared };
    return { ...mutant({ kind: 'misconception', price: prices.alternative, wording }, trees), fractions: true };
  });
}

function sisters({ variants = [], lines }: Working): Mutant[] {
  return variants.map(({ says, working }) => {
    const key = keyOf(working);
    const trees = lines.flatMap(({ name, formula }): [string, Expression][] => {
      const value = key.get(name)?.exact;
      return value === undefined || formula.kind === 'number' ? [] : [[name, number(value.toFixed())]];
    });
    return mutant({ kind: 'misconception', price: prices.alternative, wording: { says, ...declared } }, trees);
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

/** The working of someone who follows these conventions. */
export function under(working: Working, followed: readonly Convention[]): Working {
  if (followed.length === 0) return working;
  const over = new Map(followed.flatMap((one) => Object.entries(one.over)));
  const lines = working.lines.map((line): Line => {
    const text = over.get(line.name);
    if (text === undefined) return line;
    const { terms = [], ...rest } = line;
    const formula = parseFormula(text, working.functions);
    const named = formula.kind === 'sum' && formula.terms.length === terms.length ? { terms } : {};
    return { ...rest, formula, inputs: symbolsOf(formula), ...named };
  });
  const own = followed.flatMap(({ givens = {} }) => Object.entries(givens));
  const counts = working.counts && !followed.some(({ fractions }) => fractions);
  const conventions = working.conventions.filter((one) => followed.every((other) => areApart(one, other)));
  const names = Object.assign({}, working.names, ...followed.map((one) => one.names ?? {}));
  const givens = new Map([...working.givens, ...own]);
  return { ...working, lines: leading(working, lines), givens, names, counts, conventions };
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
