import type { Catalogue } from '../../collections/catalogue.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';

/** What an answer is made from: the assignment, and the statements of its problems. */
export interface Ground {
  readonly assignment: LoadedAssignment;
  readonly catalogue: Catalogue;
}
