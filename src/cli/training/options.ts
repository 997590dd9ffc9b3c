import { existsSync, readFileSync, statSync } from 'node:fs';
import { didYouMean } from '../../records/nearest.ts';
import { type EngineName, engineNames } from '../../trainer/engines/names.ts';
import type { Task } from '../../trainer/spec.ts';
import { ownTask, readTask, taskIds, withChanges } from '../../trainer/task.ts';
import { exit, Stop } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';

/** What `train` and `bands` have in common. */
interface TaskOptions extends CourseOptions {
  readonly task: string;
  readonly data?: string | undefined;
  readonly download: boolean;
  readonly engine?: string | undefined;
  readonly run?: string[] | undefined;
  readonly set?: string[] | undefined;
  readonly out?: string | undefined;
}

export interface TrainOptions extends TaskOptions {
  readonly seed?: number | undefined;
  readonly reported?: string[] | undefined;
  readonly resume: boolean;
}

export interface BandsOptions extends TaskOptions {
  readonly seeds: number;
  readonly jobs?: number | undefined;
  readonly shard?: string | undefined;
}

const usage = (says: string) => new Stop(exit.usage, says);

/** A task that comes with the trainer, a file, or the `task.json` of a problem. */
async function taskNamed(name: string, course: CourseOptions): Promise<Task> {
  const own = ownTask(name);
  if (own) return own;
  if (existsSync(name) && statSync(name).isFile()) return readTask(readFileSync(name, 'utf8'), name);
  const catalogue = await openCatalogue(course);
  const text = catalogue.entry(name)?.text('task.json');
  if (text !== undefined) return readTask(text, `${name}/task.json`);
  throw usage(`there is no task or task file "${name}"; ${didYouMean(name, [...taskIds])}`);
}

/** `rate=0.05` → `['rate', 0.05]`; what is no JSON is text, so that `data=letters` needs no quotes. */
function change(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw usage(`--set ${text}: write it as name=value, e.g. --set rate=0.05`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}

function onlyRuns(task: Task, names: readonly string[]): Task {
  const runs = Object.keys(task.runs);
  const stranger = names.find((name) => !runs.includes(name));
  if (stranger !== undefined) throw usage(`task ${task.id} has no run "${stranger}"; ${didYouMean(stranger, runs)}`);
  return { ...task, runs: Object.fromEntries(Object.entries(task.runs).filter(([run]) => names.includes(run))) };
}

/** The task as the options change it. */
export async function taskOf(options: TaskOptions & { seed?: number | undefined }): Promise<Task> {
  const { task, run, set, seed } = options;
  const changes = { ...Object.fromEntries((set ?? []).map(change)), ...(seed !== undefined && { seed }) };
  const named = await taskNamed(task, options);
  const changed = Object.keys(changes).length > 0 ? withChanges(named, changes) : named;
  return run ? onlyRuns(changed, run) : changed;
}

/** The engine that was asked for. */
export function engineOf({ engine }: TaskOptions): EngineName | undefined {
  const known = engineNames.find((name) => name === engine);
  if (engine !== undefined && !known)
    throw usage(`there is no engine "${engine}"; ${didYouMean(engine, [...engineNames])}`);
  return known;
}
