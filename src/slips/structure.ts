import { print } from '../expressions/print.ts';
import { type Expression, symbolsOf } from '../expressions/tree.ts';
import type { Line, Working } from '../working/working.ts';
import { conventionMutants } from './conventions.ts';
import { misconceptions } from './declared.ts';
import { misreadSymbol } from './misread.ts';
import type { Mutant } from './mutant.ts';
import { singles } from './singles.ts';

/** What the slips of a working hang on beside its numbers; variants share it, and with it all that is found once. */
export interface Structure {
  /** The first working of this structure that was met. */
  readonly working: Working;
  /** Every slip; misread givens with the number not yet said. Equal ones are not merged. */
  readonly mutants: () => readonly Mutant[];
}

const structures = new WeakMap<readonly Line[], Structure[]>();

/** The structure of a working: workings share it that share their lines and what is declared about them. */
export function structureOf(working: Working): Structure {
  const same = structures.get(working.lines) ?? [];
  const known = same.find((one) => isSame(one.working, working));
  if (known) return known;
  let list: readonly Mutant[] | undefined;
  const made: Structure = {
    working,
    mutants: () => {
      list ??= generate(working);
      return list;
    },
  };
  structures.set(working.lines, [...same, made]);
  return made;
}

const declared = ['counts', 'groups', 'conventions', 'misconceptions', 'siblings', 'operators'] as const;
const isSame = (a: Working, b: Working): boolean => declared.every((what) => a[what] === b[what]);

function generate(working: Working): readonly Mutant[] {
  const all = [...singles(working), ...misconceptions(working), ...conventionMutants(working, singles)];
  return all.filter(fits(working));
}

/** No line may use itself or a later one; and a change that changes nothing is none. */
export function fits(working: Working): (mutant: Mutant) => boolean {
  const order = new Map(working.lines.map((line, i) => [line.name, i]));
  const isBefore = (name: string, at: number): boolean =>
    name === misreadSymbol || working.givens.has(name) || (order.get(name) ?? Infinity) < at;
  const known = new WeakMap<Expression, { readonly in: string; readonly fit: boolean }>();
  const fitsIn = (name: string, tree: Expression): boolean => {
    const at = order.get(name) ?? -1;
    const looksBack = symbolsOf(tree).every((symbol) => isBefore(symbol, at));
    return looksBack && printed(tree) !== printed(working.lines[at]?.formula as Expression);
  };
  return ({ trees }) =>
    trees.size > 0 &&
    [...trees].every(([name, tree]) => {
      const before = known.get(tree);
      if (before?.in === name) return before.fit;
      const fit = fitsIn(name, tree);
      known.set(tree, { in: name, fit });
      return fit;
    });
}

const texts = new WeakMap<Expression, string>();

/** The text of a tree that is looked at often. */
export function printed(tree: Expression): string {
  const text = texts.get(tree) ?? print(tree);
  texts.set(tree, text);
  return text;
}
