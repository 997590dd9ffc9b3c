import { join } from 'node:path';
import type { Entry } from '../../batch/entry.ts';
import { withGroups } from '../../batch/groups.ts';
import type { BrokenPaper } from '../../batch/paper.ts';
import type { Change } from '../../batch/regrade.ts';
import { isOf, type Shard } from '../../batch/shard.ts';
import type { PapersOfStudents } from '../../batch/sort.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { Enrolled } from '../../records/roster.ts';
import { makeFolder, sweep } from '../write.ts';
import { earlierRuns, keptOf } from './earlier.ts';
import { writeDeath } from './grade-student.ts';
import { JournalFile } from './journal-file.ts';
import { lock } from './lock.ts';
import { type Opened, opened } from './opened.ts';
import { progress } from './progress.ts';
import type { GradedStudent, GradeStudent } from './tasks.ts';
import type { Workers } from './workers.ts';
import { writeReport } from './write-report.ts';

/** The papers of one assignment, and where their report goes. */
export interface Job {
  readonly id: string;
  readonly students: PapersOfStudents;
  readonly broken: readonly BrokenPaper[];
  readonly folder: string;
  /** The part of the batch to grade; all unless said. */
  readonly shard?: Shard | undefined;
  /** The endings of the files for each student, beside the record. */
  readonly pages: readonly string[];
  readonly fresh: boolean;
  /** Who takes the course, where that is known. */
  readonly roster?: readonly Enrolled[] | undefined;
}

/** What came of a job. */
export interface Run {
  readonly assignment: LoadedAssignment;
  readonly folder: string;
  readonly entries: readonly Entry[];
  /** The students whose results were taken from an earlier run. */
  readonly reused: ReadonlySet<string>;
  /** Results of earlier runs whose papers were not handed in this time; they stay in the report. */
  readonly kept: readonly Entry[];
  /** What is otherwise in the report than after the run before. */
  readonly changes: readonly Change[];
}

/** Grades the papers of one assignment; each result is written before its line in the journal. */
export async function runAssignment(job: Job, workers: Workers): Promise<Run> {
  const about = await opened(workers.pool.setup, job.id);
  const parts = ['', 'results', 'pages'].map((part) => join(job.folder, part));
  for (const part of parts) makeFolder(part);
  const unlock = lock(job.folder);
  try {
    for (const part of parts) sweep(part);
    return await gradeAll(job, about, workers);
  } finally {
    if (workers.pool.signal.aborted) await workers.end();
    for (const part of parts) sweep(part);
    unlock();
  }
}

async function gradeAll(job: Job, about: Opened, workers: Workers): Promise<Run> {
  const { folder, shard, broken, roster } = job;
  const students = [...withGroups(job.students, about.book)].filter(([student]) => !shard || isOf(student, shard));
  const earlier = earlierRuns(folder);
  const kept = keptOf(folder, earlier, new Set([...students.map(([student]) => student), ...job.students.keys()]));
  const handedIn = students.map(([student, papers]) => ({ student, papers }));
  const all = [...handedIn, ...kept.map(({ student }) => ({ student, papers: [] }))];
  const tasks = all.map((of) => taskOf(job, of, earlier.entries.get(of.student), workers));
  const graded = await gradedBy(workers, tasks, about, folder);
  const entries = graded.map(({ entry }) => entry);
  const changes = await writeReport({ folder, about, entries, earlier, shard, broken, roster }, workers);
  const own = graded.slice(0, handedIn.length);
  return {
    assignment: about.assignment,
    folder,
    entries: entries.slice(0, handedIn.length),
    reused: new Set(own.flatMap((one) => (one.reused ? [one.entry.student] : []))),
    kept: entries.slice(handedIn.length),
    changes,
  };
}

function taskOf(
  { id, folder, pages, fresh }: Job,
  of: Pick<GradeStudent, 'student' | 'papers'>,
  known: Entry | undefined,
  { pool }: Workers,
): GradeStudent {
  const earlier = fresh && of.papers.length > 0 ? undefined : known;
  return { type: 'grade', assignment: id, ...of, folder, pages, limits: pool.limits, ...(earlier && { earlier }) };
}

async function gradedBy(
  workers: Workers,
  tasks: readonly GradeStudent[],
  about: Opened,
  folder: string,
): Promise<GradedStudent[]> {
  const journal = new JournalFile(folder);
  const bar = await progress(about.assignment.id, tasks.length);
  try {
    return await Promise.all(
      tasks.map(async (task) => {
        const outcome = await workers.run(task);
        const graded = 'answer' in outcome ? outcome.answer : writeDeath(task, about, outcome.death);
        if (graded.written) journal.add(graded.entry);
        bar.step();
        return graded;
      }),
    );
  } catch (error) {
    await workers.end();
    throw error;
  } finally {
    bar.end();
    journal.close();
  }
}
