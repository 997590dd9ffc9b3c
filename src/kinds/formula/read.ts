import type { Asked } from '../../derived/asked-formula.ts';
import { perCharacter, spend } from '../../exact/budget.ts';
import { type Comparison, compare, type Meaning } from '../../formulas/compare.ts';
import { readMath } from '../../formulas/math/read.ts';
import { print } from '../../formulas/print.ts';
import { type Formula, namesIn } from '../../formulas/tree.ts';
import { against } from './against.ts';
import { readAny } from './any.ts';

/** A formula as it was understood, and how it compares with the right one. */
export interface Understood {
  readonly read: string;
  readonly tree: Formula;
  readonly comparison: Comparison;
  /** What is said of another right formula that it is. */
  readonly says?: string;
  /** Sides of a chain before the last that are not what the last is. */
  readonly unequal: readonly string[];
  /** How it was read, where that is not plain to see. */
  readonly notes: readonly string[];
  readonly meaning: Meaning;
}

/** Reads a formula, or a chain of equal ones of which the last is the answer. */
export function readFormula(text: string, asked: Asked): Understood | { readonly reason: string } {
  spend(perCharacter * text.length);
  const chain = asked.code ? readAny(text, asked) : readMath(text, asked.names);
  if (!chain.ok) return { reason: placed(chain.reason, text, chain.at) };
  const { label, wide = false } = chain;
  if (label !== undefined && asked.others.has(label) && !asked.called.has(label))
    return { reason: `this says what \`${label}\` is, which is not asked here` };
  // A formula is often followed by its value, which is another field's answer.
  const formulas = chain.sides.filter(({ tree }) => namesIn(tree).size > 0);
  const trees = (formulas.length > 0 ? formulas : chain.sides).map(({ tree }) => tree);
  const last = trees.at(-1);
  if (!last) return { reason: 'there is no formula' };
  const read = trees.map(print).join(' = ');
  const judged = against(last, asked, { wide });
  const unequal = trees.slice(0, -1).filter((tree) => compare(tree, last, asked.names, { wide }).kind === 'different');
  return { read, tree: last, ...judged, unequal: unequal.map(print), notes: chain.notes, meaning: { wide } };
}

/** A reason with the place in the text, as people count. */
export function placed(reason: string, text: string, at: number): string {
  if (at >= text.length) return reason;
  return `${reason} (at character ${at + 1}, \`${text.slice(at, at + 12).trim()}\`)`;
}
