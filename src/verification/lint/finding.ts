import type { LoadedAssignment, LoadedProblem } from '../../marking/assignment.ts';
import type { Problem, Working } from '../../working/problem.ts';
import type { Proof } from '../../working/proof.ts';

/** Something that a problem owes. An `error` must be mended; a `note` is for the author to know. */
export interface Finding {
  readonly problem: string;
  readonly level: 'error' | 'note';
  readonly says: string;
  readonly mend: string;
}

/** A problem with all that belongs to it. */
export interface Subject {
  readonly problem: Problem;
  readonly proofs: readonly Proof[];
  /** The text of statement.md and cases.json; undefined where there is none. */
  readonly statement: string | undefined;
  readonly cases: string | undefined;
}

/** A subject with its published givens in place. */
export interface Placed extends Subject {
  readonly working: Working;
  readonly loaded: LoadedProblem;
  readonly assignment: LoadedAssignment;
}

/** One thing that every problem owes: what is found missing. */
export type Debt = (subject: Placed) => Finding[];

export const error = ({ problem }: Subject, says: string, mend: string): Finding => ({
  problem: problem.id,
  level: 'error',
  says,
  mend,
});

export const note = (subject: Subject, says: string, mend = ''): Finding => ({
  ...error(subject, says, mend),
  level: 'note',
});
