import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { AnswerValue } from '../../reading/value.ts';
import type { Asked, Place } from '../../records/located.ts';
import { placer, type WriteUp } from '../document.ts';
import type { Doubt } from './candidates.ts';
import type { Slot } from './fields.ts';
import { find } from './finder.ts';
import { settle } from './settle.ts';

/** How surely an answer was placed, from 0 to 1, and by what. */
export interface Ground {
  readonly confidence: number;
  readonly why: string;
}

type Fields<T> = Record<string, Record<string, T>>;

/** The answers of a document, with where each stood, and what a person must say. */
export interface Located {
  readonly answers: Fields<AnswerValue>;
  readonly where: Fields<Place>;
  readonly grounds: Fields<Ground>;
  readonly asked: readonly Asked[];
}

/** Finds the answers to an assignment in a document, by their labels and never by their values. */
export function locate(writeUp: WriteUp, assignment: LoadedAssignment): Located {
  const findings = find(writeUp, assignment);
  const { placed, open } = settle(findings.candidates);
  const placeOf = placer(writeUp);
  const done = new Set(placed.map(({ slot }) => slot));
  return {
    answers: byField(placed, ({ value }) => value),
    where: byField(placed, ({ from }) => placeOf(from.source, from.at)),
    grounds: byField(placed, ({ confidence, why }) => ({ confidence, why })),
    asked: [
      ...open.map(({ slot, candidates, why }) =>
        ask(
          slot,
          candidates.map(({ text }) => text),
          why,
        ),
      ),
      ...findings.doubts.flatMap((doubt) => asks(doubt, done)),
    ],
  };
}

const ask = ({ problem, name }: Slot, candidates: readonly string[], why: string): Asked => ({
  problem: problem.id,
  field: name,
  candidates: [...new Set(candidates)],
  why,
});

/** A label that several fields have is asked for those that have no answer yet. */
function asks({ slots, text, label }: Doubt, done: ReadonlySet<Slot>): Asked[] {
  const open = slots.filter((slot) => !done.has(slot));
  const names = slots.map(({ problem, name }) => `${problem.id}/${name}`).join(' and ');
  return open.map((slot) => ask(slot, [text], `"${label.trim()}" may be ${names}`));
}

function byField<P extends { readonly slot: Slot }, T>(all: readonly P[], value: (one: P) => T): Fields<T> {
  const result: Fields<T> = {};
  for (const one of all) {
    const { problem, name } = one.slot;
    result[problem.id] = { ...result[problem.id], [name]: value(one) };
  }
  return result;
}
