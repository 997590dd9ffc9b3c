import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../working/problem.ts';
import type { Proof } from '../working/proof.ts';
import { AuthorFault, authorFault, shownPath, thrownBy } from './author-fault.ts';
import type { Collection, CollectionFolders, Entry, LoadModule } from './collection.ts';
import { problemIn, proofsIn } from './exported.ts';
import { repeatedKey } from './repeated-keys.ts';
import { sourcesHash } from './sources.ts';

const endings = ['.ts', '.js', '.mjs'] as const;
const files = ['statement.md', 'cases.json'];

/** The collection in these folders: a problem for each folder that holds one, an assignment for each JSON file. */
export function collectionIn(folders: CollectionFolders, load: LoadModule): Collection {
  const { problems, assignments } = folders;
  const missing = [...problems, ...assignments].filter((folder) => !existsSync(folder));
  return {
    problems: problems.flatMap((folder) => entriesIn(folder, load, folders)),
    assignments: assignments.flatMap((folder) =>
      namesIn(folder)
        .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
        .map((name) => join(folder, name)),
    ),
    missing,
  };
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

const entriesIn = (folder: string, load: LoadModule, { sources = folder, config }: CollectionFolders): Entry[] =>
  namesIn(folder)
    .filter((name) => isProblem(join(folder, name)))
    .map((id) => ({
      ...entryOf(id, resolve(folder, id), load, resolve(sources, id)),
      ...(config !== undefined && { sources: () => sourcesHash([config, ...modulesIn(join(folder, id), 'problem')]) }),
    }));

/** A folder without a problem.ts but with what belongs to one is a problem that is not finished. */
const isProblem = (folder: string): boolean =>
  [...modulesIn(folder, 'problem'), ...files.map((name) => join(folder, name))].some((file) => existsSync(file));

const modulesIn = (folder: string, name: string): string[] =>
  endings.map((ending) => join(folder, `${name}${ending}`)).filter((file) => existsSync(file));

function entryOf(id: string, folder: string, load: LoadModule, source: string): Entry {
  return {
    id,
    file: modulesIn(source, 'problem')[0] ?? join(folder, 'problem.ts'),
    problem: once(async () => loadProblem(id, onlyOne(folder, 'problem') ?? missing(folder), load)),
    proofs: once(async () => loadProofs(onlyOne(folder, 'proof'), load)),
    text: (name) => {
      const path = join(folder, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    },
  };
}

/** A module that fails is not run a second time: it says the same again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

function onlyOne(folder: string, name: string): string | undefined {
  const [first, second] = modulesIn(folder, name);
  if (first && second) throw authorFault(first, `${shownPath(second)} is there as well`, 'keep one of them');
  return first;
}

function missing(folder: string): never {
  throw authorFault(join(folder, 'problem.ts'), 'there is no such file', 'declare the problem in it');
}

async function loadProblem(id: string, file: string, load: LoadModule): Promise<Problem> {
  const problem = problemIn(await loaded(file, load), id, file);
  refuseRepeated(file);
  return problem;
}

/** Of two lines of one name the first would be lost without a word. */
function refuseRepeated(file: string): void {
  const source = readFileSync(file, 'utf8');
  for (const member of ['givens', 'working', 'asks']) {
    const twice = repeatedKey(file, source, member);
    if (twice)
      throw new AuthorFault(
        twice,
        `"${twice.name}" stands twice in ${member}, and the first would be lost; call one of them otherwise`,
      );
  }
}

async function loadProofs(file: string | undefined, load: LoadModule): Promise<readonly Proof[]> {
  return file === undefined ? [] : proofsIn(await loaded(file, load), file);
}

async function loaded(file: string, load: LoadModule): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await load(file);
  } catch (error) {
    throw thrownBy(file, error);
  }
}
