import { readFileSync } from 'node:fs';
import { type Entry, sha256 } from '../../batch/entry.ts';
import { exit, Stop } from '../exit.ts';
import { pathOf } from '../grade/student-files.ts';
import { writeWhole } from '../write.ts';

/** Copies a student's files from one report to another, if they still are what was graded. */
export function copyStudent(from: string, to: string, { student, files }: Entry): void {
  for (const [ending, hash] of Object.entries(files)) {
    const path = pathOf(from, student, ending);
    const bytes = contentOf(path);
    if (!bytes || sha256(bytes) !== hash)
      throw new Stop(exit.incomplete, `${path} is not what was graded; run the part ${from} again`);
    writeWhole(pathOf(to, student, ending), bytes);
  }
}

function contentOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
