import { Overspent, withBudget } from '../exact/budget.ts';
import { limits } from '../exact/limits.ts';
import { kindOf } from '../kinds/index.ts';
import { type AnswerValue, isBlank } from '../reading/value.ts';
import { givensOf, type LoadedProblem } from './assignment.ts';
import { seenIn, withoutNews } from './disclosure.ts';
import { underOwnNames } from './names.ts';
import { readAll } from './read-all.ts';
import { withStatements } from './statements.ts';

/** How an answer was read, before anybody asks whether it is right. */
export interface FieldReading {
  readonly field: string;
  /** In the plain notation; absent where the words of the answer are kept as they are. */
  readonly read?: string;
  /** Why it could not be read. */
  readonly says?: string;
}

/** How the answers to a problem are read. It says nothing of the key: nothing is compared with it. Never throws on an answer. */
export function readingsOf(loaded: LoadedProblem, answers: Readonly<Record<string, AnswerValue>>): FieldReading[] {
  try {
    return withBudget(limits.steps, () => readings(loaded, answers));
  } catch (error) {
    if (!(error instanceof Overspent)) throw error;
    return Object.keys(answers).map((field) => ({ field, says: 'This asks for more work than any honest answer.' }));
  }
}

function readings(loaded: LoadedProblem, written: Readonly<Record<string, AnswerValue>>): FieldReading[] {
  const answers = underOwnNames(written, loaded.set.names);
  const answered = readAll(loaded, withStatements(answers, loaded.working).answers, answers);
  const seen = seenIn({ marks: [], givens: givensOf(loaded) }, written);
  return [...answered].flatMap(([name, { field, reading }]): FieldReading[] => {
    if (reading.kind === 'blank' || isBlank(written[name] ?? null)) return [];
    const kind = kindOf(field);
    if (reading.kind === 'unreadable') {
      const why = withoutNews(reading.reason, seen);
      return [{ field: name, says: `This cannot be read as ${kind.noun} yet${why ? `: ${why}` : ''}.` }];
    }
    const read = kind.said?.(reading.value);
    return [{ field: name, ...(read !== undefined && { read }) }];
  });
}
