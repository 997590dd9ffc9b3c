import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { readShard, type Shard } from '../../batch/shard.ts';
import { specsOf } from '../../trainer/spec.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { print, talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';
import { dataFolder } from './data-files.ts';
import { fetchMissing } from './download.ts';
import { type BandsOptions, engineOf, taskOf } from './options.ts';
import { runBands } from './run-bands.ts';
import { stoppable } from './stopping.ts';
import { asUsage } from './train-task.ts';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

function count(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Stop(exit.usage, `--${name} must be a whole number from 1 to ${most}`);
}

function shardOf(text: string): Shard {
  const shard = readShard(text);
  if (!shard) throw new Stop(exit.usage, `--shard is k/n with k from 1 to n, such as 3/8; it is "${text}"`);
  return shard;
}

async function measure(options: BandsOptions, signal: AbortSignal): Promise<ExitCode> {
  const task = await taskOf(options);
  const engine = engineOf(options);
  const seeds = count('seeds', options.seeds, 1000);
  const jobs = count('jobs', options.jobs ?? availableParallelism(), 256);
  const data = dataFolder(options.data);
  const out = options.out ?? join('reports', 'bands', `${task.id}.json`);
  makeFolder(dirname(out));
  if (options.download)
    await fetchMissing(
      specsOf(task).map(([, spec]) => spec.data),
      data,
    );
  const onRun = (done: number, all: number, run: string, accuracy: number) =>
    talk(`${done} of ${all}: ${run}: ${percent(accuracy)}`);
  const shard = options.shard === undefined ? undefined : shardOf(options.shard);
  const file = await runBands({
    task,
    seeds,
    data,
    jobs,
    out,
    keep: options.run !== undefined,
    onRun,
    signal,
    ...(engine && { engine }),
    ...(shard && { shard }),
  });
  if (!file) {
    print(`part ${options.shard}: done; when all parts are, run without --shard: their journals lie beside ${out}`);
    return exit.done;
  }
  writeWhole(out, `${JSON.stringify(file, null, 2)}\n`);
  for (const [run, { quantiles, seeds: own }] of Object.entries(file.bands)) {
    const [least, , median, , greatest] = quantiles;
    print(`${run}: ${percent(least)} to ${percent(greatest)}, median ${percent(median)}, ${own.length} seeds`);
  }
  print(`band: ${out}`);
  return exit.done;
}

/** `gradcheck bands`: every run of the task with every seed, some processes at a time. */
export function bandsOfTask(options: BandsOptions): Promise<ExitCode> {
  return stoppable('stopping; finished runs are kept, run again to go on', async (signal) => {
    try {
      return await measure(options, signal);
    } catch (error) {
      if (signal.aborted) return exit.interrupted;
      return asUsage(error);
    }
  });
}
