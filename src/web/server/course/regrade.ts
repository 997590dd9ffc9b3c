import type { FastifyInstance } from 'fastify';
import { keepResult, marked, paperStream, resultOf } from '../../course/results.ts';
import { render } from '../../pages/environment.ts';
import type { CourseOptions, Regraded, SetAssignment, Touched } from './options.ts';

/** A marking of all papers by what was accepted since, before it counts. */
interface Trial {
  done: number;
  of: number;
  readonly changes: Touched[];
  /** By which it was marked; once all papers are. */
  ready?: Regraded;
  says?: string;
}

/**
 * Marks the papers of an assignment anew, shows whom it touches, and puts it in force when somebody says so. A result is
 * known by its paper and its key, so those of the new key lie beside the old ones and count for nobody until then.
 */
export function regradeRoutes(app: FastifyInstance, options: CourseOptions, set: SetAssignment): void {
  const config = { staff: true };
  let trial: Trial | undefined;
  const home = `/staff/${set.id}/regrade`;

  app.get('/regrade', { config }, async (_request, reply) => {
    const token = reply.generateCsrf();
    const page = {
      base: `/staff/${set.id}`,
      title: set.title,
      token,
      trial,
      isRunning: trial && !trial.ready && !trial.says,
    };
    return reply.type('text/html').send(render('regrade.njk', page));
  });

  app.post('/regrade', { config }, async (_request, reply) => {
    if (!trial || trial.ready || trial.says) {
      void trial?.ready?.engine.end();
      const started: Trial = { done: 0, of: 0, changes: [] };
      trial = started;
      void run(options, set, started).catch((fault) => {
        started.says = 'This failed through a fault of Gradcheck, which has been written down. Nothing has changed.';
        options.report(fault);
      });
    }
    return reply.redirect(home, 303);
  });

  app.post('/regrade/apply', { config }, async (_request, reply) => {
    if (trial?.ready) {
      options.force(trial.ready);
      trial = { done: 0, of: 0, changes: [], says: 'What was accepted is in force, and the new results count.' };
    }
    return reply.redirect(home, 303);
  });
}

async function run(options: CourseOptions, set: SetAssignment, trial: Trial): Promise<void> {
  const { store } = options;
  const regraded = await options.regraded(set.id);
  if (regraded.set.key === set.key) {
    trial.says = 'Nothing was accepted since that changes how papers are marked. Decisions about points hold at once.';
    return regraded.engine.end();
  }
  const prefix = paperStream({ assignment: set.id, student: '' });
  const students = [...(await store.versions(prefix)).keys()].map((name) => name.slice(prefix.length));
  trial.of = students.length;
  for (let from = 0; from < students.length; from += batch)
    await Promise.all(students.slice(from, from + batch).map((student) => one(student)));
  trial.changes.sort((a, b) => Math.abs(Number(b.by)) - Math.abs(Number(a.by)) || (a.student < b.student ? -1 : 1));
  trial.ready = regraded;

  async function one(student: string): Promise<void> {
    const job = { assignment: set.id, student };
    const event = await marked(store, regraded.engine, job);
    if (event) {
      await keepResult(store, job, event);
      const before = await resultOf(store, job, set.key);
      const change = options.ofClass.changeOf(before, await resultOf(store, job, regraded.set.key));
      if (change) trial.changes.push(change);
    }
    trial.done += 1;
  }
}

const batch = 8;
