import type { PostgresStore } from '../../../web/store/postgres-store.ts';
import { type ExitCode, exit, Stop } from '../../exit.ts';
import { talk } from '../../talk.ts';
import { reportFault, untilEnded } from '../run.ts';
import { countOf, openCourse } from './opened.ts';
import type { ServeOptions } from './options.ts';
import { databaseOf } from './storage.ts';

/** `gradcheck work`: takes papers from the queue, until the program is ended. */
export async function work(options: ServeOptions): Promise<ExitCode> {
  const url = databaseOf(options);
  if (url === undefined) throw new Stop(exit.usage, 'work needs a database: say --store postgres://…');
  const { store, engines, end } = await openCourse(options);
  try {
    const { databaseQueue, workThrough } = await import('../../../web/course/database-queue.ts');
    const boss = await databaseQueue(url, reportFault);
    const ended = new AbortController();
    const tools = { boss, store: store as PostgresStore, engine: engines.engine, report: reportFault };
    const working = workThrough(tools, ended.signal, countOf(options));
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
