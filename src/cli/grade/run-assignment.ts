import { join } from 'node:path';
import { withAccepted } from '../../adjustments/accepted.ts';
import { adjusted } from '../../adjustments/adjusted.ts';
import { bookOf } from '../../adjustments/book.ts';
import { gradeBatch } from '../../batch/grade.ts';
import { gradebookCsv } from '../../batch/gradebook.ts';
import type { BrokenPaper } from '../../batch/paper.ts';
import type { PapersOfStudents } from '../../batch/sort.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import type { Adjustments } from '../../records/adjustments.ts';
import type { Assignment } from '../../records/assignment.ts';
import type { Result } from '../../records/result.ts';
import { resultText } from '../../records/stored-result.ts';
import { classHtml, studentFileName, studentHtml, studentMarkdown } from '../../report/index.ts';
import { loaded } from '../assignments.ts';
import { makeFolder, writeWhole } from '../write.ts';
import { breathe } from './interruption.ts';
import type { Format } from './options.ts';
import { progress } from './progress.ts';
import { type Stored, storedResults } from './stored.ts';

/** The papers of one assignment, and where their report goes. */
export interface Job {
  readonly assignment: Assignment;
  /** What people decided about its papers. */
  readonly adjustments: Adjustments;
  readonly students: PapersOfStudents;
  readonly broken: readonly BrokenPaper[];
  readonly folder: string;
  readonly formats: ReadonlySet<Format>;
  readonly fresh: boolean;
  readonly interrupted: () => boolean;
}

/** What came of a job. */
export interface Run {
  readonly assignment: LoadedAssignment;
  readonly folder: string;
  readonly results: readonly Result[];
  /** How many of them were taken from an earlier run. */
  readonly reused: number;
  /** Results of earlier runs whose papers were not handed in this time; they stay in the report. */
  readonly kept: readonly Result[];
}

/** Grades the papers of one assignment and writes each result before the next paper is begun. */
export async function runAssignment(job: Job): Promise<Run> {
  const { folder, students, interrupted } = job;
  const book = bookOf(job.adjustments);
  const assignment = loaded(withAccepted(job.assignment, job.adjustments));
  for (const part of ['results', 'pages']) makeFolder(join(folder, part));
  const stored = storedResults(join(folder, 'results'), assignment.id);
  const results: Result[] = [];
  let reused = 0;
  const bar = await progress(assignment.id, students.size);
  for (const graded of gradeBatch(assignment, students, reusable(stored, job.fresh), book)) {
    writeStudent(folder, graded.result, job.formats);
    results.push(graded.result);
    reused += Number(graded.reused);
    bar.step();
    await breathe();
    if (interrupted()) break;
  }
  bar.end();
  const now = new Set(results.map(({ student }) => student));
  const kept = [...stored.values()]
    .filter(({ result }) => !now.has(result.student) && !students.has(result.student))
    .map(({ result }) => adjusted(result, book));
  if (!interrupted()) for (const result of kept) writeStudent(folder, result, job.formats);
  if (!interrupted()) writeClass(job, assignment, [...results, ...kept], stored);
  return { assignment, folder, results, reused, kept };
}

const reusable = (stored: ReadonlyMap<string, Stored>, fresh: boolean): Map<string, Result> =>
  new Map([...stored].filter(([, { current }]) => current && !fresh).map(([student, { result }]) => [student, result]));

function writeStudent(folder: string, result: Result, formats: ReadonlySet<Format>): void {
  const name = studentFileName(result.student);
  writeWhole(join(folder, 'results', `${name}.json`), resultText(result));
  writeWhole(join(folder, 'pages', `${name}.html`), studentHtml(result));
  if (formats.has('md')) writeWhole(join(folder, 'pages', `${name}.md`), studentMarkdown(result));
}

function writeClass(
  job: Job,
  { id, title, course, problems }: LoadedAssignment,
  all: Result[],
  stored: ReadonlyMap<string, Stored>,
): void {
  const results = all.sort((a, b) => (a.student < b.student ? -1 : 1));
  const gradebook = gradebookCsv(
    problems.map((problem) => problem.id),
    results,
  );
  writeWhole(join(job.folder, 'grades.csv'), gradebook);
  const previous = [...stored.values()].map(({ result }) => result);
  const page = classHtml({
    assignment: id,
    title,
    ...(course !== undefined && { course }),
    results,
    broken: [...job.broken],
    ...(previous.length > 0 && { previous }),
  });
  writeWhole(join(job.folder, 'index.html'), page);
}
