import { withAccepted } from '../adjustments/accepted.ts';
import type { Catalogue } from '../collections/catalogue.ts';
import { isDocument } from '../documents/names.ts';
import type { DocumentSubmission } from '../documents/submission.ts';
import type { LoadedAssignment } from '../marking/assignment.ts';
import type { Assignment } from '../records/assignment.ts';
import { adjustmentsOf } from './adjustments.ts';
import { assignmentOf, everyAssignment, knownProblems, loaded } from './assignments.ts';
import { exit, Stop } from './exit.ts';
import { exists, readSubmissionAt } from './read.ts';

/** A paper and the assignment that it answers, ready to mark. */
export interface LocatedPaper {
  readonly reading: DocumentSubmission;
  readonly assignment?: LoadedAssignment;
}

/**
 * Reads one paper: whose it is first, and then, where it is a document, its answers by the labels of its assignment, and
 * by the names of fields that people accepted (`adjustments`: where that is not the usual file).
 */
export async function readLocated(
  path: string,
  named: string | undefined,
  catalogue: Catalogue,
  adjustments?: string,
): Promise<LocatedPaper> {
  if (!exists(path)) throw new Stop(exit.nothing, `${path}: there is no such file`);
  const assignments = named === undefined ? everyAssignment(catalogue) : [assignmentOf(catalogue, named)];
  const [only] = assignments;
  const options = { known: knownProblems(assignments), ...(named !== undefined && only && { assignment: only.id }) };
  const reading = await readSubmissionAt(path, options);
  if (!reading.ok) return { reading };
  const set = assignments.find(({ id }) => id === reading.submission.assignment) as Assignment;
  const decided = withAccepted(set, adjustmentsOf(set.id, adjustments));
  const assignment = await loaded(catalogue, decided);
  if (!isDocument(path) && !decided.problems.some(({ alsoCalled }) => alsoCalled)) return { reading, assignment };
  const known = knownProblems([decided]);
  return { reading: await readSubmissionAt(path, { ...options, known, loadedOf: () => assignment }), assignment };
}
