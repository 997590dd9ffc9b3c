import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exit, Stop } from './exit.ts';
import { reasonOf } from './file-faults.ts';

/**
 * Makes a folder and those above it, from the top: Node's own way never ends below what looks like a folder and takes
 * none, and calls a read-only disk a missing file.
 */
export function makeFolder(path: string): void {
  attempt(path, () => {
    for (const folder of ancestors(resolve(path))) if (!isFolder(folder)) mkdirSync(folder);
  });
}

const ancestors = (path: string): string[] => {
  const above = dirname(path);
  return above === path ? [path] : [...ancestors(above), path];
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Writes a file whole or not at all: whoever reads it, or stops us, never sees half of it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  attempt(path, () => {
    try {
      writeFileSync(unfinished, content);
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  });
}

/** Removes what a killed run has left half-written in a folder. */
export function sweep(folder: string): void {
  attempt(folder, () => {
    for (const name of readdirSync(folder)) if (/^\..+\.\d+\.tmp$/.test(name)) rmSync(join(folder, name));
  });
}

/** Does what writes below `path`; what the file system refuses ends the command. */
export function attempt<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new Stop(exit.usage, `cannot write ${path}: ${reasonOf(error)}; choose another folder with --out`);
  }
}
