import type { Asked } from '../../derived/asked-formula.ts';
import { perCharacter, spend } from '../../exact/budget.ts';
import { compare } from '../../formulas/compare.ts';
import { type Relation, type Trial, tried } from '../../formulas/comparison/refute.ts';
import { readMath } from '../../formulas/math/read.ts';
import { print } from '../../formulas/print.ts';
import { type Formula, namesIn } from '../../formulas/tree.ts';
import { placed } from '../formula/read.ts';

/** One line of a derivation, or one side of its chain. */
export type Step =
  | { readonly kind: 'unread'; readonly given: string; readonly reason: string }
  /** A relation that is said to hold for all numbers, and what came of trying it. */
  | { readonly kind: 'claim'; readonly given: string; readonly read: string; readonly trial: Trial }
  | {
      readonly kind: 'right' | 'carried' | 'slip' | 'repaired';
      readonly given: string;
      readonly read: string;
      readonly tree: Formula;
      /** What it was compared with and does not follow from. */
      readonly before?: Formula;
    };

/** Reads the lines; a line may go on with an equals sign. */
export function stepsOf(lines: readonly string[], asked: Asked): Step[] {
  const steps: Step[] = [];
  for (const line of lines) {
    const text = withoutQuantifier(line.replace(/^[\s$&]*(?:=|\\Rightarrow|\\implies|⇒)/u, ''));
    spend(perCharacter * text.length);
    const chain = readMath(text, asked.names);
    if (!chain.ok) steps.push({ kind: 'unread', given: line, reason: placed(chain.reason, text, chain.at) });
    else
      for (const { tree } of chain.sides)
        if (relationsIn(tree)) steps.push(...claimsOf(tree, line, asked));
        else if (namesIn(tree).size > 0) steps.push(judged(tree, line, steps, asked));
  }
  return steps;
}

/** The relations of a chain such as `-1 < f < 1`; undefined for a formula. */
function relationsIn(tree: Formula): readonly Relation[] | undefined {
  if (tree.kind === 'compare') return [tree];
  if (tree.kind !== 'cellwise' || tree.op !== '*') return undefined;
  const [left, right] = [relationsIn(tree.left), relationsIn(tree.right)];
  return left && right && [...left, ...right];
}

const claimsOf = (tree: Formula, given: string, { names }: Asked): Step[] =>
  (relationsIn(tree) ?? []).map((one) => ({ kind: 'claim', given, read: print(one), trial: tried(one, names) }));

const quantifier = /for (?:all|every|any)\b|∀|\\forall/u;

/** A relation without its "for all x", which it says of itself. */
function withoutQuantifier(text: string): string {
  const at = text.search(quantifier);
  if (at <= 0) return text;
  const left = text.slice(0, at).trimEnd();
  const opened = left.endsWith('\\text{') ? left.slice(0, -6).trimEnd() : left;
  return opened.endsWith(',') ? opened.slice(0, -1) : opened;
}

/**
 * A line is right where it equals what is asked for; it slips where it is not, and does not follow from the last line
 * that was read; it carries where it does. Right after a slip is a repair, and costs nothing more.
 */
function judged(tree: Formula, given: string, above: readonly Step[], { names, right, also }: Asked): Step {
  const isEqual = (other: Formula): boolean => ['equal', 'domain'].includes(compare(tree, other, names).kind);
  const before = above.filter((step) => step.kind !== 'unread' && step.kind !== 'claim').at(-1);
  const about = { given, read: print(tree), tree };
  const wasRight = before === undefined || before.kind === 'right' || before.kind === 'repaired';
  if (isEqual(right[0]) || also.some(({ formula }) => isEqual(formula)))
    return { kind: wasRight ? 'right' : 'repaired', ...about };
  if (before && isEqual(before.tree)) return { kind: 'carried', ...about };
  return { kind: 'slip', ...about, ...(before && { before: before.tree }) };
}
