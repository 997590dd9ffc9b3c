import { availableParallelism } from 'node:os';
import { withAccepted } from '../../../adjustments/accepted.ts';
import type { Catalogue } from '../../../collections/catalogue.ts';
import type { LoadedAssignment } from '../../../marking/assignment.ts';
import { pointsText } from '../../../marking/points.ts';
import type { Assignment } from '../../../records/assignment.ts';
import { decisionsIn } from '../../../web/course/decisions.ts';
import type { Engine } from '../../../web/engine.ts';
import { type RoutedEngine, routed } from '../../../web/routed-engine.ts';
import type { Regraded, SetAssignment } from '../../../web/server/course/options.ts';
import type { Store } from '../../../web/store/store.ts';
import { loaded } from '../../assignments.ts';
import { configFile, openCatalogue } from '../../open-catalogue.ts';
import { engineOf } from '../engine.ts';
import { beside } from '../review.ts';
import { type CourseFolder, courseIn } from './folder.ts';
import type { ServeOptions } from './options.ts';
import { storeOf } from './storage.ts';

/** A course with its store, and what reads and marks. */
export interface Opened extends CourseFolder {
  readonly store: Store;
  readonly engines: RoutedEngine;
  readonly sets: readonly SetAssignment[];
  /** An assignment with what was accepted until now, and an engine for it alone. */
  readonly regraded: (id: string) => Promise<Regraded>;
  readonly end: () => Promise<void>;
}

const limits = { seconds: 20, memory: 512 };

/** How many processes read and mark. */
export const countOf = ({ jobs }: ServeOptions): number => jobs ?? availableParallelism();

/** Opens a course: nothing is served before all of it can be used. */
export async function openCourse(options: ServeOptions): Promise<Opened> {
  const catalogue = await openCatalogue(options);
  const folder = courseIn(options.assignments, catalogue);
  const { store, end: release } = await storeOf(options);
  const ended = new AbortController();
  const engine = (assignments: readonly Assignment[]): Engine =>
    engineOf({
      assignments,
      config: configFile(options.config),
      count: countOf(options),
      limits,
      signal: ended.signal,
    });
  const current = await Promise.all(folder.assignments.map((file) => acceptedNow(store, file)));
  const sets = await Promise.all(current.map((file) => setOf(catalogue, file)));
  const engines = routed(engine(current));
  return {
    ...folder,
    store,
    engines,
    sets,
    regraded: async (id) => {
      const file = await acceptedNow(store, folder.assignments.find((one) => one.id === id) as Assignment);
      return { set: await setOf(catalogue, file), engine: engine([file]) };
    },
    end: async () => {
      ended.abort();
      await engines.engine.end();
      await store.close();
      release();
    },
  };
}

const acceptedNow = async (store: Store, file: Assignment): Promise<Assignment> =>
  withAccepted(file, { entries: await decisionsIn(store, file.id).read() });

async function setOf(catalogue: Catalogue, file: Assignment): Promise<SetAssignment> {
  const assignment = await loaded(catalogue, file);
  const { id, title, course, keyHash, problems } = assignment;
  return {
    id,
    title,
    ...(course && { course }),
    key: keyHash,
    outOf: outOf(assignment),
    problems: problems.map((problem) => ({ id: problem.id, title: problem.title })),
    ...beside(assignment),
  };
}

const outOf = ({ problems }: LoadedAssignment): string =>
  pointsText(problems.reduce((sum, { points }) => sum + points, 0));
