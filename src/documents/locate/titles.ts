import type { LoadedProblem } from '../../marking/assignment.ts';
import type { Slot } from './fields.ts';
import { bareLabel, type Labelled } from './labels.ts';
import { unitBehind } from './sentences.ts';
import type { Statement } from './statements.ts';
import { wordsOf } from './words.ts';

const general = new Set('network model architecture net parameter total layer size 16 number'.split(' '));

/**
 * What a problem asks for, by the name of the problem: "AlexNet: 60,965,224 parameters". Only where it asks for one number,
 * and where what is counted is said: in the label, behind the number, over the column, or right before (`said`).
 */
export function byTitle(
  statement: Statement,
  slots: readonly Slot[],
  telling: ReadonlyMap<LoadedProblem, ReadonlySet<string>>,
  said: string,
): Labelled | undefined {
  const label = bareLabel(statement.heads?.[0] ?? statement.lead.text);
  const words = wordsOf(label.toLowerCase());
  if (words.length === 0 || words.length > 6) return undefined;
  const named = [...new Set(slots.map(({ problem }) => problem))].filter((problem) =>
    words.some((word) => telling.get(problem)?.has(word)),
  );
  const [problem] = named;
  if (!problem || named.length > 1) return undefined;
  const own = slots.filter((slot) => slot.problem === problem && slot.asked && slot.field.kind === 'number');
  const [only] = own;
  if (!only || own.length > 1) return undefined;
  if (!words.every((word) => telling.get(problem)?.has(word) || only.titles.has(word) || general.has(word)))
    return undefined;
  return counted(only, statement, said) ? { slots: [only], how: 'context', label } : undefined;
}

/** Is what the field counts said, and nothing else beside it? */
function counted(slot: Slot, statement: Statement, said: string): boolean {
  const own = wordsOf(`${statement.lead.text} ${statement.top ?? ''} ${unitBehind(statement)}`);
  const nouns = [...slot.titles].filter((word) => counts.has(word));
  const before = wordsOf(said);
  if (nouns.some((noun) => own.includes(noun))) return true;
  return (
    nouns.some((noun) => before.includes(noun)) && !others.some((word) => before.includes(word) || own.includes(word))
  );
}

const counts = new Set(['parameter', 'operation', 'flop']);
const others = ['layer', 'depth', 'deep', 'error', 'accuracy', 'size', 'year', 'memory', 'operation'];
