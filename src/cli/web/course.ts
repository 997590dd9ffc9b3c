import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { withAccepted } from '../../adjustments/accepted.ts';
import type { Assignment } from '../../records/assignment.ts';
import { complaintText } from '../../records/complaint.ts';
import { type Course, readCourse } from '../../records/course.ts';
import { decisionsIn } from '../../web/course/decisions.ts';
import { ownQueue, type Queue, unmarked } from '../../web/course/queue.ts';
import { type Job, resultOf } from '../../web/course/results.ts';
import type { Engine } from '../../web/engine.ts';
import { courseServer, type SetAssignment } from '../../web/server/course.ts';
import { FileStore } from '../../web/store/file-store.ts';
import type { PostgresStore } from '../../web/store/postgres-store.ts';
import type { Store } from '../../web/store/store.ts';
import { assignmentOf, loaded } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { lock } from '../grade/lock.ts';
import { type CourseOptions, configFile, openCatalogue } from '../open-catalogue.ts';
import { exists, readBytes } from '../read.ts';
import { rosterOf } from '../roster.ts';
import { print, talk } from '../talk.ts';
import { makeFolder } from '../write.ts';
import { engineOf } from './engine.ts';
import { beside } from './review.ts';
import { listen, reportFault, untilEnded } from './run.ts';

export interface ServeOptions extends CourseOptions {
  readonly assignments: string;
  readonly store?: string | undefined;
  readonly jobs?: number | undefined;
  readonly host: string;
  readonly port: number;
  readonly origin?: string | undefined;
  readonly proxy: boolean;
  readonly rate: number;
  readonly mark: boolean;
}

/** A course with its store, and what reads and marks. */
interface Opened {
  readonly course: Course;
  readonly store: Store;
  readonly engine: Engine;
  readonly sets: readonly SetAssignment[];
  readonly end: () => Promise<void>;
}

const limits = { seconds: 20, memory: 512 };

/** `gradcheck serve`: a course's server, until the program is ended. */
export async function serve(options: ServeOptions): Promise<ExitCode> {
  const opened = await open(options);
  const { course, store, engine, sets } = opened;
  try {
    const queue = await queueOf(options, opened);
    const origin = options.origin ?? `http://${options.host}:${options.port}`;
    const { app, linkFor } = await courseServer({
      course,
      assignments: sets,
      roster: course.roster === undefined ? new Map() : rosterOf(join(options.assignments, course.roster)),
      store,
      engine,
      enqueue: (job) => queue.add(job),
      secret: secretOf(options),
      origin,
      behindProxy: options.proxy,
      perMinute: options.rate,
      report: reportFault,
    });
    await listen(app, options);
    for (const who of course.staff ?? []) print(linkFor(who, 'staff'));
    talk(
      `${sets.length} ${sets.length === 1 ? 'assignment is' : 'assignments are'} served at ${origin}. Each link signs one of the staff in, once.`,
    );
    await untilEnded();
    await app.close();
    await queue.end();
  } finally {
    await opened.end();
  }
  return exit.done;
}

/** `gradcheck work`: takes papers from the queue, until the program is ended. */
export async function work(options: ServeOptions): Promise<ExitCode> {
  const url = databaseOf(options);
  if (url === undefined) throw new Stop(exit.usage, 'work needs a database: say --store postgres://…');
  const { store, engine, end } = await open(options);
  try {
    const { databaseQueue, workThrough } = await import('../../web/course/database-queue.ts');
    const boss = await databaseQueue(url, reportFault);
    const ended = new AbortController();
    const working = workThrough(
      { boss, store: store as PostgresStore, engine, report: reportFault },
      ended.signal,
      countOf(options),
    );
    talk('Working. Ctrl-C ends this after the papers under way.');
    await untilEnded();
    ended.abort();
    await working;
    await boss.stop({ graceful: false, wait: true });
  } finally {
    await end();
  }
  return exit.done;
}

async function open(options: ServeOptions): Promise<Opened> {
  const { course, assignments: files } = await courseIn(options);
  const { store, end: release } = await storeOf(options);
  const accepted = await Promise.all(
    files.map(async (file) => withAccepted(file, { entries: await decisionsIn(store, file.id).read() })),
  );
  const catalogue = await openCatalogue(options);
  const sets = await Promise.all(
    accepted.map(async (file) => {
      const assignment = await loaded(catalogue, file);
      return { id: file.id, title: assignment.title, key: assignment.keyHash, ...beside(assignment) };
    }),
  );
  const ended = new AbortController();
  const config = configFile(options.config);
  const engine = engineOf({ assignments: accepted, config, count: countOf(options), limits, signal: ended.signal });
  const end = async (): Promise<void> => {
    ended.abort();
    await engine.end();
    await store.close();
    release();
  };
  return { course, store, engine, sets, end };
}

const countOf = ({ jobs }: ServeOptions): number => jobs ?? availableParallelism();

/** The course's file and assignments. One that cannot be used is told of before anything is served. */
async function courseIn(options: ServeOptions): Promise<{ course: Course; assignments: readonly Assignment[] }> {
  const folder = options.assignments;
  if (!existsSync(folder)) throw new Stop(exit.usage, `${folder}: there is no such folder`);
  const catalogue = await openCatalogue(options);
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== 'course.json' && !name.endsWith('.schema.json'),
  );
  const assignments = names.sort().map((name) => assignmentOf(catalogue, join(folder, name)));
  if (assignments.length === 0) throw new Stop(exit.nothing, `${folder} holds no assignment`);
  return { course: courseAt(join(folder, 'course.json'), assignments), assignments };
}

function courseAt(path: string, assignments: readonly Assignment[]): Course {
  if (!exists(path)) return {};
  const bytes = readBytes(path);
  const reading = bytes.ok ? readCourse(bytes.bytes, path) : { ok: false as const, complaints: [bytes.complaint] };
  if (!reading.ok) throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
  const unknown = Object.keys(reading.course.assignments ?? {}).find((id) => !assignments.some((one) => one.id === id));
  if (unknown !== undefined)
    throw new Stop(
      exit.usage,
      `${path}: there is no assignment "${unknown}"; there are ${assignments.map(({ id }) => id).join(', ')}`,
    );
  return reading.course;
}

const isDatabase = (store: string): boolean => /^postgres(ql)?:\/\//.test(store);
const databaseOf = ({ store }: ServeOptions): string | undefined =>
  store !== undefined && isDatabase(store) ? store : undefined;
const folderOf = ({ assignments, store }: ServeOptions): string =>
  store === undefined || isDatabase(store) ? join(assignments, '.gradcheck') : store;

async function storeOf(options: ServeOptions): Promise<{ store: Store; end: () => void }> {
  const url = databaseOf(options);
  if (url !== undefined) return { store: await connected(url), end: () => {} };
  const folder = folderOf(options);
  makeFolder(folder);
  const unlock = lock(folder);
  return { store: new FileStore(join(folder, 'streams')), end: unlock };
}

async function connected(url: string): Promise<Store> {
  // The database's own modules are loaded where one is used.
  const { PostgresStore } = await import('../../web/store/postgres-store.ts');
  try {
    return await PostgresStore.open(url);
  } catch (error) {
    throw new Stop(exit.usage, `the database cannot be used: ${(error as Error).message}`);
  }
}

/** Where papers go that are handed in; those that were handed in before and have no result go first. */
async function queueOf(options: ServeOptions, { store, engine, sets }: Opened): Promise<Queue> {
  const url = databaseOf(options);
  const queue =
    url === undefined
      ? ownQueue(store, engine, reportFault)
      : await shared(url, options, store as PostgresStore, engine);
  for (const { id, key } of sets)
    for (const job of await unmarked(store, id, async (one: Job) => (await resultOf(store, one, key)) !== undefined))
      await queue.add(job);
  return queue;
}

async function shared(url: string, options: ServeOptions, store: PostgresStore, engine: Engine): Promise<Queue> {
  const { databaseQueue, sendJob, workThrough } = await import('../../web/course/database-queue.ts');
  const boss = await databaseQueue(url, reportFault);
  const ended = new AbortController();
  const working = options.mark
    ? workThrough({ boss, store, engine, report: reportFault }, ended.signal, 2)
    : Promise.resolve();
  return {
    add: (job) => sendJob(boss, job),
    end: async () => {
      ended.abort();
      await working;
      await boss.stop({ graceful: false, wait: true });
    },
  };
}

/** What cookies and links are signed with: the same on every server of a course, so it can be said. */
function secretOf(options: ServeOptions): string {
  const said = process.env.GRADCHECK_SECRET;
  if (said !== undefined && said.length >= 32) return said;
  if (said !== undefined) throw new Stop(exit.usage, 'GRADCHECK_SECRET needs 32 characters or more');
  const path = join(folderOf(options), 'secret');
  makeFolder(dirname(resolve(path)));
  if (!exists(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}
