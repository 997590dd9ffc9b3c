import { withAccepted } from '../../adjustments/accepted.ts';
import { type Book, bookOf } from '../../adjustments/book.ts';
import { type Catalogue, sourcesOf } from '../../collections/catalogue.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { Assignment } from '../../records/assignment.ts';
import { loaded } from '../assignments.ts';
import { catalogueAt } from '../open-catalogue.ts';
import { buildId } from '../package-files.ts';
import type { Setup } from './tasks.ts';

/** An assignment ready to mark, with what people decided about its papers. */
export interface Opened {
  readonly assignment: LoadedAssignment;
  readonly book: Book;
  readonly catalogue: Catalogue;
  /** Tells apart states of the program and of the course's own problems that have the same version. */
  readonly build: string;
  /** Does every page hold its own stylesheet? */
  readonly selfContained: boolean;
}

/** The assignment of this id, of those that a run is about. */
export async function opened({ assignments, adjustments, config, selfContained }: Setup, id: string): Promise<Opened> {
  const set = assignments.find((one) => one.id === id);
  if (!set) throw new Error(`no assignment ${id}`);
  const decided = adjustments.find(({ assignment }) => assignment === id) ?? { entries: [] };
  const catalogue = await catalogueAt(config);
  const assignment = await loaded(catalogue, withAccepted(set, decided));
  return { assignment, book: bookOf(decided), catalogue, build: buildOf(catalogue, set), selfContained };
}

function buildOf(catalogue: Catalogue, { problems }: Assignment): string {
  const sources = sourcesOf(
    catalogue,
    problems.map(({ problem }) => problem),
  );
  return `${buildId()} ${sources}`.trim();
}
