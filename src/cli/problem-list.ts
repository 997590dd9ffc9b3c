import { type Catalogue, unknownName } from '../collections/catalogue.ts';
import type { Entry } from '../collections/collection.ts';
import { blanksOf } from '../kinds/index.ts';
import type { Problem, Working } from '../working/problem.ts';
import { exit, Stop } from './exit.ts';

/** The problem of this id, not yet loaded, or a message with the nearest one. */
export function entryOf(catalogue: Catalogue, id: string): Entry {
  const found = catalogue.entry(id);
  if (found) return found;
  throw new Stop(exit.usage, unknownName('problem', id, catalogue.ids, catalogue));
}

/** The problem of this id. */
export const problemOf = (catalogue: Catalogue, id: string): Promise<Problem> => entryOf(catalogue, id).problem();

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
  const { names, asks = problem.asks } = working;
  return blanksOf(working).map(({ name }) => ({ name, words: names[name], asked: Object.hasOwn(asks, name) }));
}
