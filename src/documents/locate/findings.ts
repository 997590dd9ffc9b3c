import type { Block } from '../document.ts';
import type { Candidate, Doubt } from './candidates.ts';
import type { Slot } from './fields.ts';
import type { Scope } from './scope.ts';
import type { Statement } from './statements.ts';

/** Everything in a document that may be an answer, with the label by which it was found. */
export interface Findings {
  readonly blocks: readonly Block[];
  readonly slots: readonly Slot[];
  readonly scopes: readonly Scope[];
  readonly statements: readonly Statement[];
  readonly candidates: readonly Candidate[];
  readonly doubts: readonly Doubt[];
}

/** The fields that no label gave anything to. A template labels all of its own. */
export function openSlots({ slots, scopes, candidates }: Findings): Slot[] {
  const kept = new Set(scopes.flatMap(({ by, problems }) => (by === 'template' ? problems : [])));
  const found = new Set(candidates.map(({ slot }) => slot));
  return slots.filter((slot) => !kept.has(slot.problem) && !found.has(slot));
}
