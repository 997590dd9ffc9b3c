import { resolve } from 'node:path';
import { withAccepted } from '../../adjustments/accepted.ts';
import { bookOf } from '../../adjustments/book.ts';
import type { BrokenPaper, Paper } from '../../batch/paper.ts';
import { isOf, type Shard } from '../../batch/shard.ts';
import { type SortedPapers, sortPapers } from '../../batch/sort.ts';
import type { Catalogue } from '../../collections/catalogue.ts';
import type { Assignment } from '../../records/assignment.ts';
import type { Roster } from '../../records/roster.ts';
import { adjustmentsOf } from '../adjustments.ts';
import { assignmentOf, everyAssignment } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { exportReport } from '../export/export.ts';
import { formatNames } from '../export/options.ts';
import { type Found, findFiles } from '../find.ts';
import { catalogueAt, configFile } from '../open-catalogue.ts';
import { examplesFolder } from '../package-files.ts';
import { rosterOf, tellRoster } from '../roster.ts';
import { talk } from '../talk.ts';
import { dryRun } from './dry-run.ts';
import { identify } from './identify.ts';
import { interruption } from './interruption.ts';
import { type GradeOptions, limitsOf, pagesOf, shardOf, workersFor } from './options.ts';
import { type Run, runAssignment } from './run-assignment.ts';
import { shardFolder } from './shards.ts';
import { printRuns } from './summary.ts';
import type { Setup } from './tasks.ts';
import { Ended, Workers } from './workers.ts';

/** `gradcheck grade`: grades what was handed in, one assignment after the other, and says where the reports are. */
export async function grade(options: GradeOptions): Promise<ExitCode> {
  const pages = pagesOf(options);
  const shard = shardOf(options);
  const limits = limitsOf(options);
  const roster = options.roster === undefined ? undefined : rosterOf(options.roster);
  const config = configFile(options.config, options.paths);
  const assignments = assignmentsOf(await catalogueAt(config), options);
  const found = await submissions(options);
  const count = workersFor(options, found.files.length);
  const { signal, done } = interruption();
  const workers = new Workers({ setup: setupOf(options, assignments, config), limits, count, signal });
  try {
    const sorted = partOf(sortPapers(await identify(found.files, workers)), shard);
    tellOddities(found, sorted);
    const runs = await runAll({ options, assignments, sorted, pages, shard, roster }, workers);
    if (!options.dryRun) printRuns(runs, options);
    return codeOf(runs, found.missing.length + found.refused.length + sorted.broken.length);
  } catch (error) {
    if (error instanceof Ended) return exit.interrupted;
    throw error;
  } finally {
    await workers.end();
    done();
  }
}

const assignmentsOf = (catalogue: Catalogue, { assignment }: GradeOptions): Assignment[] =>
  assignment === undefined ? everyAssignment(catalogue) : [assignmentOf(catalogue, assignment)];

function setupOf(
  { assignment, adjustments: named, selfContained }: GradeOptions,
  assignments: readonly Assignment[],
  config: string | undefined,
): Setup {
  const [only] = assignments;
  const adjustments = assignments.flatMap(({ id }) => readable(() => adjustmentsOf(id, named)) ?? []);
  return {
    assignments,
    adjustments,
    ...(config && { config }),
    selfContained,
    ...(assignment !== undefined && only && { fallback: only.id }),
  };
}

/** Adjustments that cannot be read are refused when papers are found that they are about. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}

/** What cannot be graded is told by one part of a batch only. */
function partOf({ assignments, broken, copies }: SortedPapers, shard: Shard | undefined): SortedPapers {
  const mine = ({ file }: { readonly file: string }): boolean => !shard || isOf(file, shard);
  return { assignments, broken: broken.filter(mine), copies: copies.filter(mine) };
}

interface Batch {
  readonly options: GradeOptions;
  readonly assignments: readonly Assignment[];
  readonly sorted: SortedPapers;
  readonly pages: readonly string[];
  readonly shard: Shard | undefined;
  readonly roster: Roster | undefined;
}

async function runAll({ options, assignments, sorted, pages, shard, roster }: Batch, workers: Workers): Promise<Run[]> {
  const single = sorted.assignments.size < 2;
  const runs: Run[] = [];
  for (const assignment of assignments) {
    const students = sorted.assignments.get(assignment.id) ?? new Map<string, Paper[]>();
    if (students.size === 0 && options.assignment === undefined) continue;
    const adjustments = adjustmentsOf(assignment.id, options.adjustments);
    const whole = folderOf(assignment.id, single, options);
    const folder = shard ? shardFolder(whole, shard) : whole;
    const broken = single ? sorted.broken : [];
    const people = roster && [...roster.values()];
    const job = { id: assignment.id, students, broken, folder, shard, pages, fresh: options.fresh, roster: people };
    if (options.dryRun) {
      runs.push(await dryRun(job, workers, options.changes));
      continue;
    }
    const run = await runAssignment(job, workers);
    runs.push(run);
    // A part of a batch is no class yet.
    if (shard) continue;
    const report = { folder, assignment: run.assignment, file: withAccepted(assignment, adjustments) };
    await exportReport({ ...report, names: formatNames(options), options, ...(roster && { roster }) });
    if (roster) tellRoster(roster, [...run.entries, ...run.kept], bookOf(adjustments), broken);
  }
  return runs;
}

async function submissions({ paths, out = 'reports' }: GradeOptions): Promise<Found> {
  if (paths.length === 0) talk('No paths are given, so the examples are graded.');
  const found = await findFiles(paths.length === 0 ? [examplesFolder] : paths, resolve(out));
  if (found.files.length > 0) return found;
  const where = found.missing.length > 0 ? found.missing.join(', ') : paths.join(', ');
  tellFound(found);
  throw new Stop(exit.nothing, `nothing matched: there is no JSON file at ${where}`);
}

function folderOf(id: string, single: boolean, { out }: GradeOptions): string {
  if (out === undefined) return `reports/${id}`;
  return single ? out : `${out}/${id}`;
}

function tellFound({ missing, refused, leftOut }: Found): void {
  for (const path of missing) talk(`${path}: there is no such file, and no file fits it`);
  for (const { file, says } of refused) talk(`${file}: ${says}`);
  if (leftOut > 0)
    talk(`${leftOut} ${leftOut === 1 ? 'file was' : 'files were'} left out: neither .json nor a document`);
}

function tellOddities(found: Found, { broken, copies }: SortedPapers): void {
  tellFound(found);
  for (const { file } of copies) talk(`${file}: the same as another file, byte for byte; graded once`);
  for (const paper of broken) tellBroken(paper);
}

const tellBroken = ({ says }: BrokenPaper): void => talk(`not graded: ${says.replaceAll('\n', '\n            ')}`);

/** Low marks are no failure. A fault of ours is one only where nothing else happened. */
export function codeOf(runs: readonly Pick<Run, 'entries'>[], lost: number): ExitCode {
  const statuses = runs.flatMap(({ entries }) => entries.map(({ status }) => status));
  if (lost === 0 && statuses.length > 0 && statuses.every((status) => status === 'grader-error')) return exit.fault;
  const graded = statuses.every((status) => status === 'graded' || status === 'needs-review');
  return lost === 0 && graded ? exit.done : exit.incomplete;
}
