import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradebookCsv } from '../../batch/gradebook.ts';
import type { Result } from '../../records/result.ts';
import { classHtml, sharedFiles } from '../../report/index.ts';
import { makeFolder, sweep, writeWhole } from '../write.ts';
import type { Opened } from './opened.ts';
import { recordOf } from './student-files.ts';
import type { WriteClass } from './tasks.ts';

/** Writes what a class has in common: the gradebook and its page, from the records of its students. */
export function writeClass(
  { folder, entries, before, broken, roster }: WriteClass,
  { assignment, selfContained }: Opened,
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

/** What the pages of a class share, before they are looked at. */
function writeShared(folder: string): void {
  makeFolder(folder);
  sweep(folder);
  for (const [name, text] of Object.entries(sharedFiles())) writeWhole(join(folder, name), text);
}

/** The records of these students. Equal texts are held once: those of the problems are the same for all. */
function recordsOf(folder: string, students: readonly string[]): Result[] {
  const texts = new Map<string, string>();
  const once = (_: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const known = texts.get(value);
    if (known === undefined) texts.set(value, value);
    return known ?? value;
  };
  return students.map((student) => JSON.parse(readFileSync(recordOf(folder, student), 'utf8'), once) as Result);
}
