import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../../records/result.ts';
import { readResult } from '../../records/stored-result.ts';

/** A result of an earlier run. */
export interface Stored {
  readonly result: Result;
  /** Was it made by this very build? A version in development keeps its number. */
  readonly current: boolean;
}

/** The results of earlier runs for an assignment, by student. Other files are passed by: they are written anew. */
export function storedResults(folder: string, assignment: string): Map<string, Stored> {
  const built = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  const stored = new Map<string, Stored>();
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const result = statSync(path).isFile() ? readResult(readFileSync(path, 'utf8')) : undefined;
    if (result?.assignment === assignment)
      stored.set(result.student, { result, current: statSync(path).mtimeMs > built });
  }
  return stored;
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
