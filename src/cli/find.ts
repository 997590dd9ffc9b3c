import { realpathSync, type Stats, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isDocument } from '../documents/names.ts';
import { reasonOf } from './file-faults.ts';
import { listing } from './links.ts';
import { nameOf } from './read.ts';

/** The files that were named, and what was named and is not there. */
export interface Found {
  readonly files: readonly string[];
  readonly missing: readonly string[];
  /** Links within a folder that are not followed, and why. */
  readonly refused: readonly { readonly file: string; readonly says: string }[];
  /** How many files of the folders were left out because they are no submissions by their names. */
  readonly leftOut: number;
}

/**
 * Finds submissions: files as named, the JSON files and documents of folders and of all folders in them, and globs. Sorted, each once.
 * The records of earlier reports below `reports` are no submissions. Students fill these folders, so a link in them is
 * followed only to a file of the same folder.
 */
export async function findFiles(paths: readonly string[], reports: string): Promise<Found> {
  const files = new Set<string>();
  const refused = new Map<string, string>();
  const missing: string[] = [];
  let leftOut = 0;
  for (const path of paths) {
    const { named, found, links, root } = await filesAt(path);
    const own = found.filter((file) => named || !isRecord(file, reports));
    for (const file of own) {
      const refusal = links.has(file) ? refusalOf(file, root) : undefined;
      if (refusal !== undefined) refused.set(nameOf(file), refusal);
      else if (named || /\.json$/i.test(file) || isDocument(file)) files.add(file);
      else leftOut += 1;
    }
    if (found.length === 0) missing.push(path);
  }
  const told = [...refused].map(([file, says]) => ({ file, says }));
  return { files: [...files].sort(), missing, refused: told, leftOut };
}

interface FoundAt {
  readonly named: boolean;
  readonly found: readonly string[];
  readonly links: ReadonlySet<string>;
  readonly root: string;
}

/** A path that exists is what it is, whatever characters are in it; only others can be globs. */
async function filesAt(path: string): Promise<FoundAt> {
  const stat = statOf(path);
  if (stat === 'unreadable' || (stat && !stat.isDirectory()))
    return { named: true, found: [resolve(path)], links: new Set(), root: resolve(path) };
  if (stat) return { named: false, root: resolve(path), ...(await matches('**/*', path)) };
  const pattern = path.replaceAll('\\', '/');
  const found = isDynamicPattern(path) ? await matches(pattern, '.') : { found: [], links: new Set<string>() };
  return { named: false, root: resolve(fixedPart(pattern)), ...found };
}

async function matches(pattern: string, cwd: string): Promise<Pick<FoundAt, 'found' | 'links'>> {
  const links = new Set<string>();
  const found = await glob(pattern, { ...options, cwd, fs: listing(links) });
  return { found: found.map((file) => resolve(file)), links };
}

const options = {
  absolute: true,
  onlyFiles: true,
  ignore: ['**/node_modules/**'],
  expandDirectories: false,
  followSymbolicLinks: false,
} as const;

/** The folder that a glob begins in. */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** What cannot be looked at (a link that leads to itself) is found, so that reading it can say why not. */
function statOf(path: string): Stats | 'unreadable' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return 'unreadable';
  }
}

/** Why a link is not followed. */
function refusalOf(link: string, root: string): string | undefined {
  try {
    const target = realpathSync(link);
    if (statSync(target).isDirectory()) return 'a linked folder is not followed; name it beside the others';
    const inside = relative(realpathSync(root), target);
    return inside.startsWith('..') || resolve(inside) === inside
      ? 'it links to a file outside the folder and is not opened'
      : undefined;
  } catch (error) {
    return `it is a link that leads nowhere: ${reasonOf(error)}`;
  }
}

function isRecord(file: string, reports: string): boolean {
  const inside = relative(reports, file).replaceAll('\\', '/');
  return !inside.startsWith('..') && /(^|\/)results\//.test(inside);
}
