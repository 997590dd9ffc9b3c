import type { Catalogue } from '../collections/catalogue.ts';
import { givensOf, type LoadedProblem } from '../marking/assignment.ts';
import { roundingText } from '../marking/rounding.ts';
import { fillStatement } from '../marking/statement.ts';
import { entryOf } from './problem-list.ts';

/** The statement with its givens in place, and how to round. */
export function statementOf(catalogue: Catalogue, set: LoadedProblem): string {
  const rounding = roundingText(set.working.rounding);
  const text = entryOf(catalogue, set.problem.id).text('statement.md');
  if (text === undefined) return `# ${set.title}\n\n${rounding}`;
  return fillStatement(text.trim(), givensOf(set), rounding);
}
