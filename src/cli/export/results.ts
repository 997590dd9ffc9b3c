import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../records/result.ts';
import { readResult } from '../../records/stored-result.ts';
import { studentFileName } from '../../report/file-name.ts';

/** The results of an assignment that lie in a report, one at a time, by the names of their files. */
export function* resultsIn(report: string, assignment: string): Generator<Result> {
  const folder = join(report, 'results');
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const result = readResult(readFileSync(join(folder, name), 'utf8'));
    if (result?.assignment === assignment) yield result;
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
