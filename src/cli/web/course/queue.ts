import { ownQueue, type Queue, unmarked } from '../../../web/course/queue.ts';
import { type Job, resultOf } from '../../../web/course/results.ts';
import type { PostgresStore } from '../../../web/store/postgres-store.ts';
import { reportFault } from '../run.ts';
import type { Opened } from './opened.ts';
import type { ServeOptions } from './options.ts';
import { databaseOf } from './storage.ts';

/** Where papers go that are handed in; those that were handed in before and have no result go first. */
export async function queueOf(options: ServeOptions, opened: Opened): Promise<Queue> {
  const { store, engines, sets } = opened;
  const url = databaseOf(options);
  const queue = url === undefined ? ownQueue(store, engines.engine, reportFault) : await shared(url, options, opened);
  for (const { id, key } of sets)
    for (const job of await unmarked(store, id, async (one: Job) => (await resultOf(store, one, key)) !== undefined))
      await queue.add(job);
  return queue;
}

async function shared(url: string, options: ServeOptions, { store, engines }: Opened): Promise<Queue> {
  const { databaseQueue, sendJob, workThrough } = await import('../../../web/course/database-queue.ts');
  const boss = await databaseQueue(url, reportFault);
  const ended = new AbortController();
  const tools = { boss, store: store as PostgresStore, engine: engines.engine, report: reportFault };
  const working = options.mark ? workThrough(tools, ended.signal, 2) : Promise.resolve();
  return {
    add: (job) => sendJob(boss, job),
    end: async () => {
      ended.abort();
      await working;
      await boss.stop({ graceful: false, wait: true });
    },
  };
}
