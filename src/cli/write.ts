import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { exit, Stop } from './exit.ts';
import { reasonOf } from './file-faults.ts';

/** Makes a folder and those above it. */
export function makeFolder(path: string): void {
  attempt(path, () => mkdirSync(path, { recursive: true }));
}

/** Writes a file whole or not at all: whoever reads it, or stops us, never sees half of it. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  attempt(path, () => {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  });
}

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new Stop(exit.usage, `cannot write ${path}: ${reasonOf(error)}; choose another folder with --out`);
  }
}
