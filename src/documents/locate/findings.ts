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
