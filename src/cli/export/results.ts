import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../records/result.ts';
import { readResult } from '../../records/stored-result.ts';
import { studentFileName } from '../../report/file-name.ts';
import { visibleRecord } from '../../report/text/visible.ts';
import { journalAt } from '../grade/journal-file.ts';
import { recordAsWritten } from '../grade/student-files.ts';

/**
 * The results that a report is made of, one at a time, by the names of their files; what they say is made visible. A
 * record that was put or changed there by hand is none of them.
 */
export function* resultsIn(report: string): Generator<Result> {
  const entries = [...journalAt(report).entries.values()].map((entry) => ({
    entry,
    name: studentFileName(entry.student),
  }));
  for (const { entry } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const result = recordAsWritten(report, entry);
    if (result) yield visibleRecord(result);
  }
}

/** The name of the only student that a folder has files of; undefined where there are several, or none. */
export function singleIn(folder: string): string | undefined {
  const [only, second] = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return second === undefined ? only?.replace(/\.json$/, '') : undefined;
}

/** A student's record in a report; undefined where there is none. */
export function recordIn(report: string, student: string): Result | undefined {
  const path = join(report, 'results', `${studentFileName(student)}.json`);
  return existsSync(path) ? readResult(readFileSync(path, 'utf8')) : undefined;
}
