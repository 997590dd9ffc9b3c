import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Merged, merge } from '../../batch/merge.ts';
import { adjustmentsOf } from '../adjustments.ts';
import { assignmentOf } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { earlierRuns, keptOf } from '../grade/earlier.ts';
import { codeOf } from '../grade/grade.ts';
import { interruption } from '../grade/interruption.ts';
import { journalAt } from '../grade/journal-file.ts';
import { lock } from '../grade/lock.ts';
import { opened } from '../grade/opened.ts';
import { shardFolders } from '../grade/shards.ts';
import { isIntact } from '../grade/student-files.ts';
import { printRuns } from '../grade/summary.ts';
import type { Setup } from '../grade/tasks.ts';
import { Ended, Workers } from '../grade/workers.ts';
import { inOrder, isWritten, type Report, writeReport } from '../grade/write-report.ts';
import { catalogueAt, configFile } from '../open-catalogue.ts';
import { talk } from '../talk.ts';
import { makeFolder, sweep } from '../write.ts';
import { copyStudent } from './copy-student.ts';

export interface MergeOptions {
  readonly reports: string[];
  readonly out?: string | undefined;
  readonly assignment?: string | undefined;
  readonly config?: string | undefined;
  readonly adjustments?: string | undefined;
  readonly ascii: boolean;
}

/** `gradcheck merge`: puts the parts of a batch together, as if one machine had graded all of it. */
export async function mergeReports(options: MergeOptions): Promise<ExitCode> {
  const { folders, out } = placesOf(options);
  const merged = merge(folders.map((folder) => ({ folder, journal: journalAt(folder) })));
  if ('says' in merged) throw new Stop(merged.unfinished ? exit.incomplete : exit.usage, merged.says);
  for (const part of ['', 'results', 'pages']) makeFolder(join(out, part));
  const unlock = lock(out);
  try {
    for (const part of ['', 'results', 'pages']) sweep(join(out, part));
    return await mergeInto(out, merged, options);
  } catch (error) {
    if (error instanceof Ended) return exit.interrupted;
    throw error;
  } finally {
    unlock();
  }
}

/** One report with parts, or the parts themselves. */
function placesOf({ reports, out }: MergeOptions): { folders: string[]; out: string } {
  const folders = reports.flatMap((report) => {
    const parts = existsSync(join(report, 'journal.jsonl')) && out !== undefined ? [] : shardFolders(report);
    return parts.length > 0 ? parts : [report];
  });
  const [only, second] = reports;
  const lost = folders.find((folder) => !existsSync(join(folder, 'journal.jsonl')));
  if (lost !== undefined)
    throw new Stop(exit.nothing, `${lost}: here is no part that gradcheck grade --shard has written`);
  if (out !== undefined) return { folders, out };
  if (only === undefined || second !== undefined || folders[0] === only)
    throw new Stop(exit.usage, 'say where the whole report goes: --out');
  return { folders, out: only };
}

async function mergeInto(out: string, merged: Merged, options: MergeOptions): Promise<ExitCode> {
  const { assignment: id, from, broken } = merged;
  const config = configFile(options.config);
  const assignments = [assignmentOf(await catalogueAt(config), options.assignment ?? id)];
  const adjustments = [adjustmentsOf(id, options.adjustments)];
  const selfContained = ![...from.values()].some(({ folder }) => existsSync(join(folder, 'assets')));
  const setup = { assignments, adjustments, selfContained, ...(config !== undefined && { config }) };
  const about = await opened(setup, id);
  const [one] = from.values();
  if (one && one.entry.key !== about.assignment.keyHash)
    throw new Stop(
      exit.usage,
      `${one.folder} was graded with another key than that of "${id}" now; grade the parts again`,
    );
  const earlier = earlierRuns(out);
  const kept = keptOf(out, earlier, new Set(from.keys()));
  const entries = [...from.values()].map(({ entry }) => entry);
  const report = { folder: out, about, entries: [...entries, ...kept], earlier, broken };
  const run = { assignment: about.assignment, folder: out, entries: inOrder(entries), reused: new Set<string>(), kept };
  if (isMerged(report)) talk('Nothing is new: these parts are merged already.');
  else {
    for (const [, { folder, entry }] of from) copyStudent(folder, out, entry);
    await written(report, setup);
  }
  printRuns([run], options);
  return codeOf([run], broken.length);
}

/** Is the report already what the parts make? */
const isMerged = (report: Report): boolean =>
  report.entries.every((entry) => isIntact(report.folder, entry, [])) && isWritten(report);

async function written(report: Report, setup: Setup): Promise<void> {
  const { signal, done } = interruption();
  const workers = new Workers({ setup, signal, count: 1, limits: { seconds: 30, memory: 512 } });
  try {
    await writeReport(report, workers);
  } finally {
    await workers.end();
    done();
  }
}
