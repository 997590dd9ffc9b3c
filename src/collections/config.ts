import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Fn } from '../expressions/functions/fn.ts';
import type { Complaint } from '../records/complaint.ts';
import { complaintList } from '../records/complaint-list.ts';
import { type JsonDocument, readJson } from '../records/json.ts';
import { plain } from '../records/members.ts';
import { complainOf, schemaErrors } from '../records/schema.ts';
import type { Convention, Operator } from '../working/problem.ts';
import { AuthorFault, authorFault, shownPath, thrownBy } from './author-fault.ts';
import type { CollectionFolders, LoadModule } from './collection.ts';

/** What a course says of itself in `gradcheck.config.{ts,js,mjs,json}`. */
export interface CourseConfig {
  /** Folders of problems, from the file; `problems` unless said. */
  readonly problems?: readonly string[];
  /** Folders of assignments, from the file; `assignments` unless said. */
  readonly assignments?: readonly string[];
  /** Functions of the course, which every formula in it may apply. Not in JSON. */
  readonly functions?: readonly Fn[];
  /** Slips of the course, beside those that every formula has. Not in JSON. */
  readonly operators?: readonly Operator[];
  /** Conventions of the course, for every problem that has the lines they are about. */
  readonly conventions?: readonly Convention[];
}

const endings = ['ts', 'js', 'mjs', 'json'] as const;

/** The configuration of a course in this folder or the nearest above it. Throws `AuthorFault` where a folder has two. */
export function findConfig(from: string): string | undefined {
  const folder = resolve(from);
  const [first, second] = endings
    .map((ending) => join(folder, `gradcheck.config.${ending}`))
    .filter((path) => existsSync(path));
  if (first && second) throw authorFault(first, `${shownPath(second)} is there as well`, 'keep one of them');
  if (first) return first;
  return dirname(folder) === folder ? undefined : findConfig(dirname(folder));
}

/** Reads a configuration; one that is no JSON is run. Throws `AuthorFault`. */
export async function readConfig(file: string, load: LoadModule): Promise<CourseConfig> {
  return file.endsWith('.json') ? fromJson(file) : fromModule(file, await exported(file, load));
}

/** The folders that a configuration names, in full. */
export function foldersOf(file: string, { problems = ['problems'], assignments = ['assignments'] }: CourseConfig) {
  const inFull = (folders: readonly string[]) => folders.map((folder) => resolve(dirname(file), folder));
  return { problems: inFull(problems), assignments: inFull(assignments) } satisfies CollectionFolders;
}

async function exported(file: string, load: LoadModule): Promise<unknown> {
  try {
    const { default: config } = await load(file);
    if (config !== undefined) return config;
  } catch (error) {
    throw thrownBy(file, error);
  }
  throw authorFault(file, 'there is no default export', 'write export default { problems: ["problems"] }');
}

function fromJson(file: string): CourseConfig {
  const json = readJson(readFileSync(file), file);
  const complaints = json.ok ? complaintsOf(json.document) : [json.complaint];
  const [first] = complaints;
  if (first) throw new AuthorFault({ ...first, file }, complaints.map(textOf).join('\n'));
  return (json.ok ? plain(json.document.root) : {}) as CourseConfig;
}

/** Judged as JSON; only the place in the file cannot be told. */
function fromModule(file: string, config: unknown): CourseConfig {
  const { functions = [], operators = [], conventions = [], ...folders } = (config ?? {}) as CourseConfig;
  const json = readJson(JSON.stringify(folders), file);
  const complaints = json.ok ? complaintsOf(json.document) : [json.complaint];
  if (complaints.length > 0) throw new AuthorFault({ file }, complaints.map(textOf).join('\n'));
  checkList(file, 'functions', functions, 'name', 'made by defineFunction({ name, formula })');
  checkList(file, 'operators', operators, 'id', '{ id, kind, price, traits, edits }');
  checkList(file, 'conventions', conventions, 'id', '{ id, says, over }');
  return config as CourseConfig;
}

/** A list of things that each have a name of their own. */
function checkList(file: string, member: string, list: unknown, name: string, mend: string): void {
  if (!Array.isArray(list)) throw authorFault(file, `/${member}: this must be a list`, `each is ${mend}`);
  const at = list.findIndex((one) => typeof one?.[name] !== 'string');
  if (at >= 0) throw authorFault(file, `/${member}/${at}: it has no ${name}`, `it is ${mend}`);
}

const textOf = ({ pointer, says, mend }: Complaint): string =>
  `${pointer && `${pointer}: `}${says}${mend && `; ${mend}`}`;

function complaintsOf(document: JsonDocument): Complaint[] {
  const list = complaintList(document);
  complainOf(schemaErrors('config', plain(document.root)), document.root, list);
  return list.all();
}
