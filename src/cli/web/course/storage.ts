import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FileStore } from '../../../web/store/file-store.ts';
import type { Store } from '../../../web/store/store.ts';
import { exit, Stop } from '../../exit.ts';
import { lock } from '../../grade/lock.ts';
import { exists } from '../../read.ts';
import { makeFolder } from '../../write.ts';
import type { ServeOptions } from './options.ts';

const isDatabase = (store: string): boolean => /^postgres(ql)?:\/\//.test(store);

/** The address of the database, where the course has one. */
export const databaseOf = ({ store }: ServeOptions): string | undefined =>
  store !== undefined && isDatabase(store) ? store : undefined;

const folderOf = ({ assignments, store }: ServeOptions): string =>
  store === undefined || isDatabase(store) ? join(assignments, '.gradcheck') : store;

/** Where the course is kept, and what lets go of it. */
export async function storeOf(options: ServeOptions): Promise<{ store: Store; end: () => void }> {
  const url = databaseOf(options);
  if (url !== undefined) return { store: await connected(url), end: () => {} };
  const folder = folderOf(options);
  makeFolder(folder);
  const unlock = lock(folder);
  return { store: new FileStore(join(folder, 'streams')), end: unlock };
}

async function connected(url: string): Promise<Store> {
  // The database's own modules are loaded where one is used.
  const { PostgresStore } = await import('../../../web/store/postgres-store.ts');
  try {
    return await PostgresStore.open(url);
  } catch (error) {
    throw new Stop(exit.usage, `the database cannot be used: ${(error as Error).message}`);
  }
}

/** What cookies and links are signed with: the same on every server of a course, so it can be said. */
export function secretOf(options: ServeOptions): string {
  const said = process.env.GRADCHECK_SECRET;
  if (said !== undefined && said.length >= 32) return said;
  if (said !== undefined) throw new Stop(exit.usage, 'GRADCHECK_SECRET needs 32 characters or more');
  const path = join(folderOf(options), 'secret');
  makeFolder(dirname(resolve(path)));
  if (!exists(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}
