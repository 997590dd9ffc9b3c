import { availableParallelism } from 'node:os';
import type { PaperLimits } from '../../batch/entry.ts';
import { readShard, type Shard } from '../../batch/shard.ts';
import { exit, Stop } from '../exit.ts';
import { type ExportOptions, formatNames } from '../export/options.ts';
import type { CourseOptions } from '../open-catalogue.ts';

export interface GradeOptions extends CourseOptions, ExportOptions {
  readonly paths: string[];
  readonly assignment?: string | undefined;
  readonly out?: string | undefined;
  readonly adjustments?: string | undefined;
  readonly fresh: boolean;
  readonly selfContained: boolean;
  readonly ascii: boolean;
  readonly shard?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly changes?: string | undefined;
  readonly jobs?: number | undefined;
  readonly seconds: number;
  readonly memory: number;
}

/** The endings of the pages that were asked for. All formats but Markdown are always written: one report needs the other. */
export const pagesOf = (options: GradeOptions): string[] =>
  formatNames(options).has('md') ? ['html', 'md'] : ['html'];

/** The part of the batch to grade; all of it unless said. */
export function shardOf({ shard }: GradeOptions): Shard | undefined {
  const read = shard === undefined ? undefined : readShard(shard);
  if (shard !== undefined && !read)
    throw new Stop(exit.usage, `--shard is k/n with k from 1 to n, such as 3/8; it is "${shard}"`);
  return read;
}

/** What one paper may take. */
export function limitsOf({ seconds, memory }: GradeOptions): PaperLimits {
  if (!(seconds > 0)) throw new Stop(exit.usage, `--seconds is more than 0, such as 30; it is ${seconds}`);
  if (!(memory >= 64)) throw new Stop(exit.usage, `--memory is 64 MB or more, such as 512; it is ${memory}`);
  return { seconds: Math.min(seconds, 1e6), memory: Math.floor(memory) };
}

/** How many papers make it worth while to start another process. */
const worthOne = 16;

/** The processes to use: all cores, and no more than there is work for. */
export function workersFor({ jobs = availableParallelism() }: GradeOptions, papers: number): number {
  if (!Number.isInteger(jobs) || jobs < 1) throw new Stop(exit.usage, '--jobs is a whole number from 1');
  return Math.min(jobs, Math.max(1, Math.ceil(papers / worthOne)));
}
