import { withAccepted } from '../../adjustments/accepted.ts';
import { type Book, bookOf } from '../../adjustments/book.ts';
import type { Catalogue } from '../../collections/catalogue.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import { loaded } from '../assignments.ts';
import { catalogueAt } from '../open-catalogue.ts';
import type { Setup } from './tasks.ts';

/** An assignment ready to mark, with what people decided about its papers. */
export interface Opened {
  readonly assignment: LoadedAssignment;
  readonly book: Book;
  readonly catalogue: Catalogue;
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
  return { assignment, book: bookOf(decided), catalogue, selfContained };
}
