import PgBoss from 'pg-boss';
import type { Engine } from '../engine.ts';
import { appendWithin, type Db, type PostgresStore } from '../store/postgres-store.ts';
import { differing, type Report } from './queue.ts';
import { type Job, keepResult, marked, resultStream } from './results.ts';

const name = 'mark';
/** A worker that died is found out after so long. */
const seconds = 120;

/** The queue in the database of the store. */
export async function databaseQueue(url: string, report: Report): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    supervise: true,
    maintenanceIntervalSeconds: 10,
    schema: 'gradcheck_queue',
  });
  boss.on('error', report);
  await boss.start();
  await boss.createQueue(name);
  return boss;
}

const inDb = (db: Db) => ({ db: { executeSql: (text: string, values: unknown[]) => db.query(text, values) } });

/** Puts a paper into the queue. */
export async function sendJob(boss: PgBoss, job: Job, db?: Db): Promise<void> {
  const options = { expireInSeconds: seconds, retryLimit: 20, retryDelay: 1, retryBackoff: false };
  await boss.send(name, job, { ...options, ...(db && inDb(db)) });
}

/**
 * Takes papers from the queue until it is told to stop. A result and the end of its job are one transaction: a worker
 * that dies before it leaves the job to another, and one that dies after it leaves nothing to do.
 */
export async function workThrough(
  tools: { readonly boss: PgBoss; readonly store: PostgresStore; readonly engine: Engine; readonly report: Report },
  signal: AbortSignal,
  batch: number,
): Promise<void> {
  const { boss, report } = tools;
  while (!signal.aborted) {
    try {
      const jobs = await boss.fetch<Job>(name, { batchSize: batch });
      await Promise.all(jobs.map((job) => done(tools, job.id, job.data)));
      if (jobs.length === 0) await pause(300, signal);
    } catch (error) {
      if (!signal.aborted) report(error);
      await pause(1000, signal);
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });

async function done(
  { boss, store, engine, report }: Parameters<typeof workThrough>[0],
  id: string,
  { assignment, student }: Job,
): Promise<void> {
  const job = { assignment, student };
  try {
    const event = await marked(store, engine, job);
    const known = event && (await store.read(resultStream(job))).some((one) => one.event.id === event.id);
    if (event && known && (await keepResult(store, job, event)) === 'differs') report(differing(job));
    await store.within(async (db) => {
      if (event && !known) await appendWithin(db, resultStream(job), [event]);
      await boss.complete(name, id, {}, inDb(db));
    });
  } catch (error) {
    report(error);
    await boss.fail(name, id, { says: String(error) }).catch(report);
  }
}
