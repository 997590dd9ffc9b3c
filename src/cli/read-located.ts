import type { Catalogue } from '../collections/catalogue.ts';
import { isDocument } from '../documents/read-document.ts';
import type { DocumentSubmission } from '../documents/submission.ts';
import type { LoadedAssignment } from '../marking/assignment.ts';
import type { Assignment } from '../records/assignment.ts';
import { assignmentOf, everyAssignment, knownProblems, loaded } from './assignments.ts';
import { exit, Stop } from './exit.ts';
import { exists, readSubmissionAt } from './read.ts';

/** A paper and the assignment that it answers, ready to mark. */
export interface LocatedPaper {
  readonly reading: DocumentSubmission;
  readonly assignment?: LoadedAssignment;
}

/** Reads one paper: whose it is first, and then, where it is a document, its answers by the labels of its assignment. */
export async function readLocated(
  path: string,
  named: string | undefined,
  catalogue: Catalogue,
): Promise<LocatedPaper> {
  if (!exists(path)) throw new Stop(exit.nothing, `${path}: there is no such file`);
  const assignments = named === undefined ? everyAssignment(catalogue) : [assignmentOf(catalogue, named)];
  const [only] = assignments;
  const options = { known: knownProblems(assignments), ...(named !== undefined && only && { assignment: only.id }) };
  const reading = readSubmissionAt(path, options);
  if (!reading.ok) return { reading };
  const set = assignments.find(({ id }) => id === reading.submission.assignment) as Assignment;
  const assignment = await loaded(catalogue, set);
  if (!isDocument(path)) return { reading, assignment };
  return { reading: readSubmissionAt(path, { ...options, loadedOf: () => assignment }), assignment };
}
