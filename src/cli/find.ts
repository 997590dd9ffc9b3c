import { type Stats, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** The files that were named, and what was named and is not there. */
export interface Found {
  readonly files: readonly string[];
  readonly missing: readonly string[];
  /** How many files of the folders were left out because they are no JSON. */
  readonly leftOut: number;
}

/**
 * Finds submissions: files as named, the JSON files of folders and of all folders in them, and globs. Sorted, each once.
 * The records of earlier reports below `reports` are no submissions.
 */
export async function findFiles(paths: readonly string[], reports: string): Promise<Found> {
  const files = new Set<string>();
  const missing: string[] = [];
  let leftOut = 0;
  for (const path of paths) {
    const { named, found } = await filesAt(path);
    const own = found.filter((file) => named || !isRecord(file, reports));
    const json = own.filter((file) => named || /\.json$/i.test(file));
    leftOut += own.length - json.length;
    for (const file of json) files.add(file);
    if (found.length === 0) missing.push(path);
  }
  return { files: [...files].sort(), missing, leftOut };
}

/** A path that exists is what it is, whatever characters are in it; only others can be globs. */
async function filesAt(path: string): Promise<{ named: boolean; found: string[] }> {
  const stat = statOf(path);
  if (stat === 'unreadable') return { named: true, found: [resolve(path)] };
  if (stat && !stat.isDirectory()) return { named: true, found: [resolve(path)] };
  if (stat) return { named: false, found: await glob('**/*', { ...options, cwd: path }) };
  return { named: false, found: isDynamicPattern(path) ? await glob(path.replaceAll('\\', '/'), options) : [] };
}

/** What cannot be looked at (a link that leads to itself) is found, so that reading it can say why not. */
function statOf(path: string): Stats | 'unreadable' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return 'unreadable';
  }
}

const options = { absolute: true, onlyFiles: true, ignore: ['**/node_modules/**'], expandDirectories: false } as const;

function isRecord(file: string, reports: string): boolean {
  const inside = relative(reports, file).replaceAll('\\', '/');
  return !inside.startsWith('..') && /(^|\/)results\//.test(inside);
}
