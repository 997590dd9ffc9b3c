import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../../records/result.ts';
import type { Engine } from '../engine.ts';
import { countedIn } from '../paper/desk.ts';
import { type PaperState, stateOf } from '../paper/state.ts';
import { stateIn } from '../paper/states.ts';
import { hashOf, paperText } from '../paper/text.ts';
import type { Event, Store } from '../store/store.ts';

/** A paper that was handed in and is to be marked. */
export interface Job {
  readonly assignment: string;
  readonly student: string;
}

export const resultStream = ({ assignment, student }: Job): string => `result/${assignment}/${student}`;
export const paperStream = ({ assignment, student }: Job): string => `paper/${assignment}/${student}`;

/** By what a result is known: the same paper under the same key has one result, whoever made it and however often. */
const idOf = (submission: string, key: string): string => `${submission} ${key}`;

/** The result of a paper as it was handed in, under the key that holds now. */
export async function resultOf(store: Store, job: Job, key: string): Promise<Result | undefined> {
  const { handedIn } = await stateIn(store, paperStream(job));
  if (!handedIn) return undefined;
  const found = (await store.read(resultStream(job))).find(({ event }) => event.id === idOf(handedIn.hash, key));
  return found?.event.result as Result | undefined;
}

/** The answers as they stood when the paper was handed in last, as a file. */
export function handedInText(events: Awaited<ReturnType<Store['read']>>, job: Job): string | undefined {
  const at = events.findLast(({ event }) => event.type === 'handed-in')?.seq;
  return at === undefined ? undefined : paperText(job.assignment, job.student, stateOf(events.slice(0, at)));
}

/** The event that keeps a paper's result; undefined where nothing was handed in. Faults of ours are no result, and thrown. */
export async function marked(store: Store, engine: Engine, job: Job): Promise<Event | undefined> {
  const text = handedInText(await store.read(paperStream(job)), job);
  if (text === undefined) return undefined;
  const told = await engine.mark({ ...job, text });
  if (!told.ok) throw new Error(told.says);
  const result = { ...told.value, submission: hashOf(text) };
  return { id: idOf(result.submission, result.key), at: new Date().toISOString(), type: 'result', result };
}

/** Keeps a result. A second one for the same paper and key is compared with the first, and never kept beside it. */
export async function keepResult(store: Store, job: Job, event: Event): Promise<'kept' | 'same' | 'differs'> {
  const before = (await store.read(resultStream(job))).find((one) => one.event.id === event.id);
  if (before) return isDeepStrictEqual(before.event.result, event.result) ? 'same' : 'differs';
  await store.append(resultStream(job), [event]);
  return 'kept';
}

/** What staff see of a paper before it is marked. */
export const progressOf = (state: PaperState) => ({
  answers: [...state.answers.values()].reduce((sum, fields) => sum + fields.size, 0),
  checks: countedIn(state).length,
  handedIn: state.handedIn?.at,
});
