import { adjusted } from '../../../adjustments/adjusted.ts';
import { bookOf } from '../../../adjustments/book.ts';
import type { Result } from '../../../records/result.ts';
import { decisionsIn } from '../../course/decisions.ts';
import { type Job, paperStream, progressOf, resultOf, resultStream } from '../../course/results.ts';
import { stateIn } from '../../paper/states.ts';
import type { Store } from '../../store/store.ts';
import type { CourseOptions, SetAssignment } from './options.ts';

/** The results of an assignment, as the machine left them and with what people decided. */
export interface SetResults {
  /** As the machine left them; the same list while none has changed. */
  readonly machine: () => Promise<readonly Result[]>;
  readonly decided: () => Promise<readonly Result[]>;
  readonly of: (student: string) => Promise<Result | undefined>;
  /** One row for everybody who has handed in, begun, or stands on the roster. */
  readonly rows: () => Promise<readonly (readonly string[])[]>;
}

export function resultsFor({ store, roster }: CourseOptions, set: SetAssignment): SetResults {
  const machine = allResults(store, set);
  const book = async () => bookOf({ entries: await decisionsIn(store, set.id).read() });
  const of = async (student: string): Promise<Result | undefined> => {
    const result = await resultOf(store, { assignment: set.id, student }, set.key);
    return result && adjusted(result, await book());
  };
  const decided = async () => {
    const entries = await book();
    return (await machine()).map((result) => adjusted(result, entries));
  };
  const rows = async () => {
    const results = new Map((await decided()).map((result) => [result.student, result]));
    const prefix = paperStream({ assignment: set.id, student: '' });
    const known = [...(await store.versions(prefix)).keys()].map((name) => name.slice(prefix.length));
    const students = [...new Set([...roster.keys(), ...known])];
    const row = async (student: string) => rowOf(store, { assignment: set.id, student }, results.get(student));
    return [head, ...(await Promise.all(students.map(row)))];
  };
  return { machine, decided, of, rows };
}

const head = ['student', 'handed in', 'checks', 'score', 'out of', 'waiting', 'status'];

async function rowOf(store: Store, job: Job, result: Result | undefined): Promise<string[]> {
  const { handedIn = '', checks } = progressOf(await stateIn(store, paperStream(job)));
  const { score = '', outOf = '', waiting = '', status = '' } = result ?? {};
  return [job.student, handedIn, String(checks), score, outOf, waiting, status];
}

interface Known {
  readonly version: string;
  readonly result: Result | undefined;
}

/** Of a class only the papers are read again that changed since the last time. */
function allResults(store: Store, set: SetAssignment): () => Promise<readonly Result[]> {
  const known = new Map<string, Known>();
  let all: readonly Result[] = [];
  return async () => {
    const prefix = resultStream({ assignment: set.id, student: '' });
    const papers = await store.versions(paperStream({ assignment: set.id, student: '' }));
    let isChanged = false;
    const read = async ([name, at]: readonly [string, number]): Promise<void> => {
      const job = { assignment: set.id, student: name.slice(prefix.length) };
      const version = `${set.key} ${at} ${papers.get(paperStream(job))}`;
      const before = known.get(name);
      if (before?.version === version) return;
      const found = await resultOf(store, job, set.key);
      // A paper under a key has one result: what is of the same two is the same.
      const isSame = before && before.result?.submission === found?.submission && before.result?.key === found?.key;
      known.set(name, { version, result: isSame ? before.result : found });
      isChanged ||= !isSame;
    };
    const names = [...(await store.versions(prefix))];
    for (let from = 0; from < names.length; from += batch) await Promise.all(names.slice(from, from + batch).map(read));
    if (isChanged) all = names.flatMap(([name]) => known.get(name)?.result ?? []);
    return all;
  };
}

const batch = 100;
