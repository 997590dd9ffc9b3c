import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withAccepted } from '../../adjustments/accepted.ts';
import { type Merged, merge } from '../../batch/merge.ts';
import type { Change } from '../../batch/regrade.ts';
import { adjustmentsOf } from '../adjustments.ts';
import { assignmentOf } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { exportReport } from '../export/export.ts';
import { type ExportOptions, formatNames } from '../export/options.ts';
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
import { rosterOf, tellRoster } from '../roster.ts';
import { talk } from '../talk.ts';
import { makeFolder, sweep } from '../write.ts';
import { copyStudent } from './copy-student.ts';

export interface MergeOptions extends ExportOptions {
  readonly reports: string[];
  readonly out?: string | undefined;
  readonly assignment?: string | undefined;
  readonly config?: string | undefined;
  readonly adjustments?: string | undefined;
  readonly ascii: boolean;
}

/** `gradcheck merge`: puts the parts of a batch together, as if one machine had graded all of it. */
export async function mergeReports(options: MergeOptions): Promise<ExitCode> {
  const names = formatNames(options);
  const { folders, out } = placesOf(options);
  const merged = merge(folders.map((folder) => ({ folder, journal: journalAt(folder) })));
  if ('says' in merged) throw new Stop(merged.unfinished ? exit.incomplete : exit.usage, merged.says);
  for (const part of ['', 'results', 'pages']) makeFolder(join(out, part));
  const unlock = lock(out);
  try {
    for (const part of ['', 'results', 'pages']) sweep(join(out, part));
    return await mergeInto(out, merged, { ...options, names });
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

async function mergeInto(
  out: string,
  parts: Merged,
  options: MergeOptions & { readonly names: ReadonlySet<string> },
): Promise<ExitCode> {
  const { assignment: id, from, broken } = parts;
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
  const roster = options.roster === undefined ? undefined : rosterOf(options.roster);
  const earlier = earlierRuns(out);
  const kept = keptOf(out, earlier, new Set(from.keys()));
  const entries = [...from.values()].map(({ entry }) => entry);
  const people = roster && [...roster.values()];
  const report = { folder: out, about, entries: [...entries, ...kept], earlier, broken, roster: people };
  const merged = isMerged(report);
  if (merged) talk('Nothing is new: these parts are merged already.');
  else for (const [, { folder, entry }] of from) copyStudent(folder, out, entry);
  const changes = merged && !roster ? [] : await written(report, setup);
  const run = { assignment: about.assignment, folder: out, entries: inOrder(entries), kept, changes };
  const [file] = assignments.map((one, i) => withAccepted(one, adjustments[i] ?? { entries: [] }));
  const { names } = options;
  if (file)
    await exportReport({ folder: out, assignment: about.assignment, file, names, options, ...(roster && { roster }) });
  if (roster) tellRoster(roster, report.entries, about.book, broken);
  printRuns([{ ...run, reused: new Set<string>() }], options);
  return codeOf([run], broken.length);
}

/** Is the report already what the parts make? */
const isMerged = (report: Report): boolean =>
  report.entries.every((entry) => isIntact(report.folder, entry, [])) && isWritten(report);

async function written(report: Report, setup: Setup): Promise<Change[]> {
  const { signal, done } = interruption();
  const workers = new Workers({ setup, signal, count: 1, limits: { seconds: 30, memory: 512 } });
  try {
    return await writeReport(report, workers);
  } finally {
    await workers.end();
    done();
  }
}
