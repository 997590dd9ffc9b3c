import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Beside } from '../../trainer/page/bands.ts';
import { logText } from '../../trainer/page/log.ts';
import { trainingPage } from '../../trainer/page/page.ts';
import type { TrainingRecord } from '../../trainer/record.ts';
import { Refusal } from '../../trainer/refusal.ts';
import { type Spec, specsOf, type Task } from '../../trainer/spec.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { print, talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';
import { besideOf } from './beside.ts';
import { dataFolder } from './data-files.ts';
import { fetchMissing } from './download.ts';
import { engineOf, type TrainOptions, taskOf } from './options.ts';
import { progressOf } from './progress.ts';
import { runChild } from './run-child.ts';
import { stoppable } from './stopping.ts';

interface Job {
  readonly task: Task;
  readonly out: string;
  readonly data: string;
  readonly options: TrainOptions;
  readonly beside: Beside;
  readonly signal: AbortSignal;
}

/** The record of a run that an earlier call finished with the same spec. */
function finished(file: string, spec: Spec): TrainingRecord | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const record: TrainingRecord = JSON.parse(readFileSync(file, 'utf8'));
    const same = JSON.stringify(record.spec) === JSON.stringify(spec);
    return same && record.ending !== 'interrupted' ? record : undefined;
  } catch {
    throw new Stop(exit.usage, `${file}: the record is damaged; delete it or run without --resume`);
  }
}

async function trainRun(job: Job, run: string, spec: Spec): Promise<TrainingRecord> {
  const { task, out, data, options, signal } = job;
  const file = join(out, `${run}.json`);
  const checkpoint = join(out, `${run}.checkpoint`);
  const engine = engineOf(options);
  const done = options.resume ? finished(file, spec) : undefined;
  if (done) return done;
  const names = { task: task.id, title: task.title, run };
  const progress = progressOf(run, spec.epochs);
  const order = { names, spec, data, checkpoint, resume: options.resume, ...(engine && { engine }) };
  const record = await runChild(order, progress.show, signal).finally(progress.end);
  writeWhole(file, `${JSON.stringify(record)}\n`);
  if (record.log.length > 0) writeWhole(join(out, `${run}.log`), logText(record));
  if (record.ending !== 'interrupted') rmSync(checkpoint, { force: true });
  return record;
}

function summary({ run, test, chosen, engine, ending }: TrainingRecord): string {
  const of = `${(100 * test.accuracy).toFixed(2)} % of ${test.images} test images`;
  return `${run}: ${of} (epoch ${chosen}, ${engine.name}${ending === 'interrupted' ? ', interrupted' : ''})`;
}

async function trainAll(job: Job): Promise<ExitCode> {
  const records: TrainingRecord[] = [];
  for (const [run, spec] of specsOf(job.task)) {
    if (job.signal.aborted) break;
    const record = await trainRun(job, run, spec);
    records.push(record);
    print(summary(record));
    writeWhole(join(job.out, 'index.html'), trainingPage(records, job.beside));
  }
  print(`page: ${join(job.out, 'index.html')}`);
  const whole = records.length === specsOf(job.task).length && records.every(({ ending }) => ending !== 'interrupted');
  if (!whole) talk('interrupted; run again with --resume to go on');
  return whole ? exit.done : exit.interrupted;
}

/** Turns what the trainer refuses into the command's own ending. */
export function asUsage(error: unknown): never {
  throw error instanceof Refusal ? new Stop(exit.usage, error.message) : error;
}

/** `gradcheck train`: every run of the task, one after the other, into one page. */
export async function trainTask(options: TrainOptions): Promise<ExitCode> {
  try {
    const task = await taskOf(options);
    engineOf(options);
    const beside = besideOf(options.reported);
    const data = dataFolder(options.data);
    const out = options.out ?? join('reports', 'training', task.id);
    makeFolder(out);
    if (options.download)
      await fetchMissing(
        specsOf(task).map(([, spec]) => spec.data),
        data,
      );
    const says = 'stopping after this batch; the best so far is kept (Ctrl-C again to end at once)';
    return await stoppable(says, (signal) => trainAll({ task, out, data, options, beside, signal }));
  } catch (error) {
    return asUsage(error);
  }
}
