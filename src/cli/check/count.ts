import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, writeWhole } from '../write.ts';

/**
 * Counts a check of a paper, in `.gradcheck/checks.json` beside it, so that whoever asks often knows that it is told.
 * Undefined where nothing can be written there.
 */
export function countCheck(path: string, paper: string): number | undefined {
  const folder = join(dirname(path), '.gradcheck');
  const file = join(folder, 'checks.json');
  const counts = storedCounts(file);
  const count = (counts.get(paper) ?? 0) + 1;
  try {
    makeFolder(folder);
    writeWhole(file, `${JSON.stringify(Object.fromEntries(counts.set(paper, count)), null, 2)}\n`);
    return count;
  } catch {
    return undefined;
  }
}

function storedCounts(file: string): Map<string, number> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const entries = Object.entries(stored ?? {}).filter(([, count]) => Number.isSafeInteger(count) && count > 0);
    return new Map(entries as [string, number][]);
  } catch {
    return new Map();
  }
}
