import { basename } from 'node:path';
import { didYouMean } from '../records/nearest.ts';
import type { Problem } from '../working/problem.ts';
import { authorFault, shownPath } from './author-fault.ts';
import type { Collection, Entry } from './collection.ts';

/** All problems and assignments that a command sees, of whatever collection. */
export interface Catalogue {
  /** Every id, sorted, each once. */
  readonly ids: readonly string[];
  /** The problem of this id. Throws `AuthorFault` where two have it; undefined where there is none. */
  readonly entry: (id: string) => Entry | undefined;
  /** Paths of assignment files by the name of the file, without `.json`; more than one where names repeat. */
  readonly assignments: ReadonlyMap<string, readonly string[]>;
  /** Folders that were named and are not there. */
  readonly missing: readonly string[];
}

export function catalogueOf(collections: readonly Collection[]): Catalogue {
  const entries = groups(
    collections.flatMap(({ problems }) => problems),
    ({ id }) => id,
  );
  const assignments = groups(
    collections.flatMap(({ assignments }) => assignments),
    (path) => basename(path, '.json'),
  );
  const entry = (id: string) => onlyOne(id, entries.get(id) ?? []);
  const missing = collections.flatMap((collection) => collection.missing);
  return { ids: [...entries.keys()].sort(), entry, assignments, missing };
}

function groups<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(nameOf(item), [...(found.get(nameOf(item)) ?? []), item]);
  return found;
}

function onlyOne(id: string, [first, second]: readonly Entry[]): Entry | undefined {
  if (first && second)
    throw authorFault(second.file, `there is a problem "${id}" already, ${shownPath(first.file)}`, 'choose another id');
  return first;
}

/** The problems of these ids, loaded; unknown ids are left out, for the reader of the ids to complain of. */
export async function problemsOf(catalogue: Catalogue, ids: readonly string[]): Promise<Problem[]> {
  const entries = [...new Set(ids)].flatMap((id) => catalogue.entry(id) ?? []);
  return Promise.all(entries.map(({ problem }) => problem()));
}

/** Tells apart what the problems of these ids were made of at different times, beside the build of the program. */
export const sourcesOf = (catalogue: Catalogue, ids: readonly string[]): string =>
  [...new Set(ids)].map((id) => catalogue.entry(id)?.sources?.() ?? '').join(' ');

/** What to say to somebody who named a problem or assignment that there is not. */
export function unknownName(what: string, named: string, names: readonly string[], { missing }: Catalogue): string {
  const absent = missing.map((folder) => `\nThere is no folder ${shownPath(folder)}, which the configuration names.`);
  return `there is no ${what} "${named}"; ${didYouMean(named, names)}${absent.join('')}`;
}
