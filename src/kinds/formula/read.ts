import type { Asked } from '../../derived/asked-formula.ts';
import { perCharacter, spend } from '../../exact/budget.ts';
import { type Comparison, compare, type Meaning } from '../../formulas/compare.ts';
import { print } from '../../formulas/print.ts';
import type { Formula } from '../../formulas/tree.ts';
import { formulasOf, meaningOf } from './against.ts';
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
  const answer = readAny(text, asked);
  if (!answer.ok) return { reason: placed(answer.reason, text, answer.at) };
  const { chain, tree, judgement } = answer;
  const { label, code = false } = chain;
  const isVariable = code && judgement.comparison.kind === 'equal';
  const isOther = label !== undefined && (asked.others.has(label) || (!isVariable && asked.given.has(label)));
  if (isOther && !asked.called.has(label)) return { reason: `this says what \`${label}\` is, which is not asked here` };
  const meaning = meaningOf(chain);
  const trees = formulasOf(chain);
  const isUnequal = (side: Formula): boolean => compare(side, tree, asked.names, meaning).kind === 'different';
  const unequal = trees.slice(0, -1).filter(isUnequal).map(print);
  return { read: trees.map(print).join(' = '), tree, ...judgement, unequal, notes: chain.notes, meaning };
}

/** A reason with the place in the text, as people count. */
export function placed(reason: string, text: string, at: number): string {
  if (at >= text.length) return reason;
  return `${reason} (at character ${at + 1}, \`${text.slice(at, at + 12).trim()}\`)`;
}
