import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, entryOf, hashesOf, sha256 } from '../../batch/entry.ts';
import type { Result } from '../../records/result.ts';
import { resultText } from '../../records/stored-result.ts';
import { studentFileName, studentHtml, studentMarkdown } from '../../report/index.ts';
import { writeWhole } from '../write.ts';

/** The files of a student in a report, by their ending. */
const writers: Readonly<Record<string, { folder: string; text: (result: Result, shared?: string) => string }>> = {
  json: { folder: 'results', text: (result) => resultText(result) },
  html: { folder: 'pages', text: studentHtml },
  md: { folder: 'pages', text: (result) => studentMarkdown(result) },
};

/** Where a file of a student lies in a report. */
export const pathOf = (report: string, student: string, ending: string): string =>
  join(report, writers[ending]?.folder ?? '', `${studentFileName(student)}.${ending}`);

/** Where a student's record lies. */
export const recordOf = (report: string, student: string): string => pathOf(report, student, 'json');

export interface Written extends Pick<Entry, 'made' | 'decided' | 'limits'> {
  readonly report: string;
  /** The endings of the files beside the record. */
  readonly pages: readonly string[];
  /** Does every page hold its own stylesheet? */
  readonly selfContained: boolean;
}

/** Writes a student's files, each whole or not at all, and gives the line for the journal. */
export function writeStudent(result: Result, { report, pages, selfContained, ...made }: Written): Entry {
  const shared = selfContained ? undefined : '../assets';
  const texts = Object.fromEntries(
    ['json', ...pages].map((ending) => [ending, writers[ending]?.text(result, shared) ?? '']),
  );
  for (const [ending, text] of Object.entries(texts)) writeWhole(pathOf(report, result.student, ending), text);
  return entryOf(result, { ...made, files: hashesOf(texts) });
}

/** The record of a student where it still stands as it was written. */
export function recordAsWritten(report: string, { student, files }: Entry): Result | undefined {
  const path = recordOf(report, student);
  return hashAt(path) === files.json ? (JSON.parse(readFileSync(path, 'utf8')) as Result) : undefined;
}

/** Do the files of a student still stand as they were written, and are those there that are asked for? */
export const isIntact = (report: string, { student, files }: Entry, pages: readonly string[]): boolean =>
  ['json', ...pages].every((ending) => Object.hasOwn(files, ending)) &&
  Object.entries(files).every(([ending, hash]) => hashAt(pathOf(report, student, ending)) === hash);

/** sha256 of a file; undefined where there is none. */
export function hashAt(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}
