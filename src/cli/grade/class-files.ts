import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../adjustments/book.ts';
import { gradebookCsv } from '../../batch/gradebook.ts';
import { type BrokenPaper, namedBy } from '../../batch/paper.ts';
import type { Result } from '../../records/result.ts';
import { classHtml, sharedFiles } from '../../report/index.ts';
import { makeFolder, sweep, writeWhole } from '../write.ts';
import type { Opened } from './opened.ts';
import { recordOf } from './student-files.ts';
import type { WriteClass } from './tasks.ts';

/** Writes what a class has in common: the gradebook and its page, from the records of its students. */
export function writeClass(
  { folder, entries, before, broken, roster }: WriteClass,
  { assignment, book, selfContained }: Opened,
): void {
  if (!selfContained) writeShared(join(folder, 'assets'));
  const { id, title, course, problems } = assignment;
  const results = recordsOf(
    folder,
    entries.map(({ student }) => student),
  );
  const gradebook = gradebookCsv(
    problems.map((problem) => problem.id),
    results,
    roster && new Map(roster.map((enrolled) => [enrolled.id, enrolled])),
    (student) => absentAs(student, book, broken),
  );
  writeWhole(join(folder, 'grades.csv'), gradebook);
  const page = classHtml({
    assignment: id,
    title,
    ...(course !== undefined && { course }),
    results,
    broken: [...broken],
    ...(before && { previous: [...before] }),
  });
  writeWhole(join(folder, 'index.html'), page);
}

/** How somebody stands who has no result: a file that cannot be read may be theirs, by its name. */
function absentAs(student: string, { excused }: Book, broken: readonly BrokenPaper[]): string {
  if (excused.has(student)) return 'excused';
  return broken.some((file) => namedBy(file) === student) ? 'invalid-submission' : 'missing';
}

/** What the pages of a class share, before they are looked at. */
function writeShared(folder: string): void {
  makeFolder(folder);
  sweep(folder);
  for (const [name, text] of Object.entries(sharedFiles())) writeWhole(join(folder, name), text);
}

/** The records of these students. */
function recordsOf(folder: string, students: readonly string[]): Result[] {
  const known = new Map<string, string>();
  return students.map((student) => {
    const record = JSON.parse(readFileSync(recordOf(folder, student), 'utf8')) as Result;
    shareTexts(record as unknown as Record<string, unknown>, known);
    return record;
  });
}

/** Equal texts are held once: those of the problems are the same for all. In place, which is a third of the time that `JSON.parse` takes with a function. */
function shareTexts(inside: Record<string, unknown>, known: Map<string, string>): void {
  for (const name of Object.keys(inside)) {
    const value = inside[name];
    if (typeof value === 'object' && value !== null) shareTexts(value as Record<string, unknown>, known);
    if (typeof value !== 'string') continue;
    const same = known.get(value);
    if (same === undefined) known.set(value, value);
    else inside[name] = same;
  }
}
