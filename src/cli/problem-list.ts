import { problems } from '../../problems/index.ts';
import { didYouMean } from '../records/nearest.ts';
import type { Problem, Working } from '../working/problem.ts';
import { exit, Stop } from './exit.ts';

/** The problem of this id, or a message with the nearest one. */
export function problemOf(id: string): Problem {
  const found = problems.find((problem) => problem.id === id);
  if (found) return found;
  const ids = problems.map((problem) => problem.id);
  throw new Stop(exit.usage, `there is no problem "${id}"; ${didYouMean(id, ids)}`);
}

/** A name that may be submitted. */
export interface FieldOfProblem {
  readonly name: string;
  /** What it is, in words. */
  readonly words: string | undefined;
  /** Asked for, or only a step on the way. */
  readonly asked: boolean;
}

/** Every field that may be submitted, in working order. */
export function fieldsOf(problem: Problem, working: Working): FieldOfProblem[] {
  const { lines, names, fields = [], asks = problem.asks } = working;
  return [...lines, ...fields].map(({ name }) => ({ name, words: names[name], asked: Object.hasOwn(asks, name) }));
}
