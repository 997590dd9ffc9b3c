import type { Engine } from '../engine.ts';
import type { Store } from '../store/store.ts';
import { type Job, keepResult, marked, paperStream } from './results.ts';

/** Papers that wait to be marked. */
export interface Queue {
  add(job: Job): Promise<void>;
  /** Waits for the jobs under way and takes no more. */
  end(): Promise<void>;
}

export type Report = (fault: unknown) => void;

/** Marks what is handed in, in the server's own process: what waits follows from the papers themselves, so a kill loses nothing. */
export function ownQueue(store: Store, engine: Engine, report: Report): Queue {
  const under = new Set<Promise<void>>();
  const run = async (job: Job): Promise<void> => {
    const event = await marked(store, engine, job);
    if (event && (await keepResult(store, job, event)) === 'differs') report(differing(job));
  };
  return {
    async add(job) {
      const running = run(job).catch(report);
      under.add(running);
      void running.then(() => under.delete(running));
    },
    end: async () => void (await Promise.all(under)),
  };
}

export const differing = ({ assignment, student }: Job): Error =>
  new Error(`${student}'s paper for ${assignment} came to two different results under one key`);

/** Handed-in papers without a result under the key that holds now: after a kill, a restart, or a change of the key. */
export async function unmarked(
  store: Store,
  assignment: string,
  isDone: (job: Job) => Promise<boolean>,
): Promise<Job[]> {
  const prefix = paperStream({ assignment, student: '' });
  const jobs = (await store.names(prefix)).map((stream) => ({ assignment, student: stream.slice(prefix.length) }));
  const open: Job[] = [];
  for (const job of jobs) {
    const isHandedIn = (await store.read(paperStream(job))).some(({ event }) => event.type === 'handed-in');
    if (isHandedIn && !(await isDone(job))) open.push(job);
  }
  return open;
}
