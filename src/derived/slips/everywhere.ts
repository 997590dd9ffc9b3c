import { children, type Expression, symbol } from '../../expressions/tree.ts';
import type { Working } from '../../working/problem.ts';
import { prices } from './edit.ts';
import { literal } from './literal.ts';
import { misreadings } from './misreadings.ts';
import { type Mutant, mutant } from './mutant.ts';
import { siblingsOf } from './siblings.ts';
import { type Mistaking, throughout } from './symbols.ts';

/** A symbol mistaken throughout a line that uses it twice, and throughout the working. */
export function everywhere(working: Working, mistaken: (name: string) => readonly Mistaking[]): Mutant[] {
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

const occurrences = (tree: Expression | undefined, name: string): number =>
  tree === undefined
    ? 0
    : tree.kind === 'symbol'
      ? Number(tree.name === name)
      : children(tree).reduce((n, child) => n + occurrences(child, name), 0);

/** A given number misread: in the whole working, or only where one line copies it. */
export function misread(working: Working): Mutant[] {
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

/** Two givens exchanged in every line that uses them. */
export function exchangedGivens(working: Working): Mutant[] {
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
