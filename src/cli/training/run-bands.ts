import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Shard } from '../../batch/shard.ts';
import { type BandFile, bandOf, type SeedResult, seedResult } from '../../trainer/band.ts';
import type { EngineName } from '../../trainer/engines/names.ts';
import type { TrainingRecord } from '../../trainer/record.ts';
import { Refusal } from '../../trainer/refusal.ts';
import { type Spec, specsOf, type Task } from '../../trainer/spec.ts';
import { runChild } from './run-child.ts';

/** One finished run of the journal: what the band keeps, and what must agree between all of them. */
interface Entry {
  readonly run: string;
  readonly spec: Spec;
  readonly data: BandFile['data'];
  readonly engine: TrainingRecord['engine'];
  readonly result: SeedResult;
}

export interface BandsJob {
  readonly task: Task;
  readonly seeds: number;
  readonly data: string;
  readonly engine?: EngineName;
  /** Processes at a time. */
  readonly jobs: number;
  /** The file of the band. Finished runs are kept beside it line by line, so that an interrupted job goes on where it was. */
  readonly out: string;
  /** The task holds some of its runs only: the band's others stay. */
  readonly keep: boolean;
  /** Only one part of the runs. */
  readonly shard?: Shard;
  readonly onRun: (done: number, all: number, run: string, accuracy: number) => void;
  readonly signal?: AbortSignal;
}

const sorted = (spec: Spec) => JSON.stringify(Object.entries(spec).sort());
const sameRun = (entry: Entry, run: string, spec: Spec) => entry.run === run && sorted(entry.spec) === sorted(spec);

const ending = '.journal';

/** The runs that this job, or a part of it on any machine, has finished: of the band, and of all journals beside it. */
function finished(out: string): Entry[] {
  const folder = dirname(out);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(out)}.`) && name.endsWith(ending));
  return [...inBand(out), ...names.sort().flatMap((name) => entries(join(folder, name)))];
}

function bandFile(path: string): BandFile {
  const wrong = new Refusal(`${path}: is no band file; move it away or name another with --out`);
  try {
    const file: BandFile = JSON.parse(readFileSync(path, 'utf8'));
    if (file.version === 2) return file;
  } catch {
    throw wrong;
  }
  throw wrong;
}

/** The runs of the band itself, so that one that was kept without its journals can be given more seeds. */
function inBand(out: string): Entry[] {
  if (!existsSync(out)) return [];
  const { data, engine, bands } = bandFile(out);
  return Object.entries(bands).flatMap(([run, { spec, seeds }]) =>
    seeds.map((result) => ({ run, spec: { ...spec, seed: result.seed }, data, engine, result })),
  );
}

function entries(journal: string): Entry[] {
  const lines = readFileSync(journal, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Entry];
    } catch {
      // The last line is cut short when the job is killed while writing it; that run is simply made again.
      return [];
    }
  });
}

async function runOnce(job: BandsJob, run: string, spec: Spec): Promise<Entry> {
  const names = { task: job.task.id, title: job.task.title, run };
  const order = { names, spec, data: job.data, resume: false, ...(job.engine && { engine: job.engine }) };
  const record = await runChild(order, () => {}, job.signal);
  if (record.ending === 'interrupted') throw new Refusal('interrupted; run again to go on');
  const { name, sha256 } = record.data;
  const entry = { run, spec, data: { name, sha256 }, engine: record.engine, result: seedResult(record) };
  const part = job.shard ? `.${job.shard.k}-of-${job.shard.n}` : '';
  appendFileSync(`${job.out}${part}${ending}`, `${JSON.stringify(entry)}\n`);
  return entry;
}

function fileOf({ task, out, keep }: BandsJob, done: readonly Entry[]): BandFile {
  const [first] = done;
  if (!first) throw new Refusal('no run finished');
  const { data, engine } = first;
  const odd = [...done, ...(keep ? inBand(out) : [])].find(
    (e) => JSON.stringify([e.data, e.engine]) !== JSON.stringify([data, engine]),
  );
  if (odd) throw new Refusal(`run ${odd.run}, seed ${odd.spec.seed} used other data or another engine; start anew`);
  const bands = specsOf(task).map(([run, spec]) => {
    const results = done.filter((entry) => entry.run === run).map(({ result }) => result);
    return [run, bandOf(spec, results)] as const;
  });
  const others = keep && existsSync(out) ? bandFile(out).bands : {};
  const all = { ...others, ...Object.fromEntries(bands) };
  return { version: 2, task: task.id, title: task.title, data, engine, bands: all };
}

/**
 * Runs every spec of a task with seeds 1 … N, or one part of them, some at a time, each in a process of its own. What a
 * journal beside the band holds is not run again.
 * @returns undefined where runs of other parts are still missing.
 * @throws Refusal when a run fails or is interrupted; what finished stays in the journal.
 */
export async function runBands(job: BandsJob): Promise<BandFile | undefined> {
  mkdirSync(dirname(job.out), { recursive: true });
  const kept = finished(job.out);
  const wanted = specsOf(job.task).flatMap(([run, spec]) =>
    Array.from({ length: job.seeds }, (_, i) => ({ run, spec: { ...spec, seed: i + 1 } })),
  );
  const done: Entry[] = [];
  const { shard } = job;
  const mine = shard ? wanted.filter((_, i) => i % shard.n === shard.k - 1) : wanted;
  const waiting = [...mine];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { run, spec } = next;
      const entry = kept.find((old) => sameRun(old, run, spec)) ?? (await runOnce(job, run, spec));
      done.push(entry);
      job.onRun(done.length, mine.length, `${run}, seed ${spec.seed}`, entry.result.accuracy);
    }
  };
  await Promise.all(Array.from({ length: job.jobs }, worker));
  if (!shard) return fileOf(job, done);
  const all = finished(job.out);
  const found = wanted.flatMap(({ run, spec }) => all.find((entry) => sameRun(entry, run, spec)) ?? []);
  return found.length === wanted.length ? fileOf(job, found) : undefined;
}
