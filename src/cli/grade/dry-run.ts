import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResult } from '../../records/stored-result.ts';
import { talk } from '../talk.ts';
import { writeWhole } from '../write.ts';
import { changesBetween, changesCsv, printChanges } from './changes.ts';
import { type Job, type Run, runAssignment } from './run-assignment.ts';
import type { Workers } from './workers.ts';

/**
 * Grades into a folder that goes away again, and says what would change in the report: who, by how much, in which
 * problem and why. Nothing is written but the table that `table` names.
 */
export async function dryRun(job: Job, workers: Workers, table: string | undefined): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'gradcheck-dry-'));
  try {
    const run = await runAssignment({ ...job, folder, pages: [], fresh: true }, workers);
    const handedIn = new Set(run.entries.map(({ student }) => student));
    const students = [...new Set([...handedIn, ...studentsIn(job.folder, job.id)])].sort();
    const changes = changesBetween(job.folder, folder, students, handedIn);
    printChanges(job.id, changes, handedIn.size);
    if (table !== undefined) writeWhole(table, changesCsv(changes));
    talk(table === undefined ? 'Nothing is written.' : `Nothing is written but ${table}.`);
    return run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function studentsIn(report: string, assignment: string): string[] {
  const folder = join(report, 'results');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const result = name.endsWith('.json') ? readResult(readFileSync(join(folder, name), 'utf8')) : undefined;
    return result?.assignment === assignment ? [result.student] : [];
  });
}
