import { join } from 'node:path';
import type { Entry } from '../../batch/entry.ts';
import { type Journal, journalText } from '../../batch/journal.ts';
import type { BrokenPaper } from '../../batch/paper.ts';
import { type Change, changesOf } from '../../batch/regrade.ts';
import { type Shard, shardText } from '../../batch/shard.ts';
import type { Enrolled } from '../../records/roster.ts';
import { version } from '../../version.ts';
import { writeWhole } from '../write.ts';
import { changesCsv } from './changes.ts';
import { completeJournal, journalAt } from './journal-file.ts';
import type { Opened } from './opened.ts';
import { hashAt } from './student-files.ts';
import { Workers } from './workers.ts';

/** The students whose records the memory of one paper holds. */
const smallClass = 300;
/** Megabytes for the records of a student, held all at once. */
const perStudent = 0.1;

export interface Report {
  readonly folder: string;
  readonly about: Opened;
  readonly entries: readonly Entry[];
  /** What stood there before. */
  readonly earlier: Journal;
  readonly broken: readonly BrokenPaper[];
  readonly shard?: Shard | undefined;
  /** Who takes the course, where that is known. */
  readonly roster?: readonly Enrolled[] | undefined;
}

/** The line that ends the journal of a report. */
export function completedOf({ about, broken, shard }: Pick<Report, 'about' | 'broken' | 'shard'>) {
  const { id, keyHash } = about.assignment;
  const part = shard && { shard: shardText(shard) };
  return { completed: true, assignment: id, key: keyHash, gradcheck: version, ...part, broken } as const;
}

/** By student. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => (a.student < b.student ? -1 : 1));

/** What the class has in common, and the sha256 of each as it lies there. */
function filesOf({ folder, about }: Pick<Report, 'folder' | 'about'>): Record<string, string> {
  const names = ['index.html', 'grades.csv', ...(about.selfContained ? [] : ['assets/page.css'])];
  return Object.fromEntries(names.map((name) => [name, hashAt(join(folder, name)) ?? '']));
}

/**
 * Does the report already say all this, and is it as it was written? Then it stays as it is, with what it says of the
 * run before.
 */
export const isWritten = (report: Report): boolean =>
  report.earlier.completed !== undefined &&
  journalText([...report.earlier.entries.values()], report.earlier.completed) ===
    journalText(inOrder(report.entries), { ...completedOf(report), files: filesOf(report) });

/** A paper that was graded once more, as it had been, leaves the report as it is, and its line at the end. */
function leaveWritten({ folder, entries, earlier: { completed } }: Report): Change[] {
  if (completed && !journalAt(folder).completed) completeJournal(folder, inOrder(entries), completed);
  return [];
}

/**
 * Writes what a class has in common, and the table of what changed since the run before, when all its students' files are there; the journal last. In a worker, so that it
 * too can be interrupted; one of its own where the records need more memory than a paper.
 */
export async function writeReport(report: Report, workers: Workers): Promise<Change[]> {
  const { folder, about, earlier, broken, roster } = report;
  // What is on a roster is in no journal.
  if (!roster && isWritten(report)) return leaveWritten(report);
  const entries = inOrder(report.entries);
  const { pool } = workers;
  const small = entries.length <= smallClass;
  const memory = Math.ceil(pool.limits.memory + perStudent * entries.length);
  const worker = small ? workers : new Workers({ ...pool, limits: { ...pool.limits, memory }, count: 1 });
  const before = earlier.before && { before: [...earlier.before.values()] };
  try {
    const outcome = await worker.run({
      type: 'class',
      assignment: about.assignment.id,
      folder,
      entries,
      broken,
      ...before,
      ...(roster && { roster }),
    });
    if ('death' in outcome) throw new Error(`the page of the class could not be made: ${outcome.death.says}`);
  } finally {
    if (!small) await worker.end();
  }
  const changes = earlier.before ? changesOf(earlier.before, entries) : [];
  // Where nothing changed the table of the last time that something did stays.
  if (changes.length > 0) writeWhole(join(folder, 'changes.csv'), changesCsv(changes));
  completeJournal(folder, entries, { ...completedOf(report), files: filesOf(report) });
  return changes;
}
