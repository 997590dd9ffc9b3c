import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { adjustmentsText, type Entry } from '../../records/adjustments.ts';
import type { DecisionBook } from '../../web/review/book.ts';
import { adjustmentsOf } from '../adjustments.ts';
import { exit, Stop } from '../exit.ts';
import { schemasFolder } from '../package-files.ts';
import { exists } from '../read.ts';
import { makeFolder, writeWhole } from '../write.ts';

/** A writer needs milliseconds: a lock this old is of one that was killed. */
const abandoned = 10_000;

/** The adjustments file as several people write it at once: each change is put to what stands there at that moment. */
export function adjustmentsBook(assignment: string, file: string): DecisionBook {
  const entries = (): readonly Entry[] => adjustmentsOf(assignment, exists(file) ? file : undefined).entries;
  return {
    read: async () => (exists(file) ? entries() : []),
    change: (edit) =>
      alone(`${file}.lock`, () => {
        const before = exists(file) ? entries() : [];
        const { entries: after, outcome } = edit(before);
        if (after.length !== before.length) write(assignment, file, after);
        return outcome;
      }),
  };
}

function write(assignment: string, file: string, entries: readonly Entry[]): void {
  const schema = relative(dirname(resolve(file)), `${schemasFolder}/adjustments.schema.json`).replaceAll('\\', '/');
  writeWhole(file, adjustmentsText({ version: 1, assignment, entries }, schema));
}

async function alone<T>(path: string, work: () => T): Promise<T> {
  makeFolder(dirname(resolve(path)));
  for (let tries = 0; !taken(path); tries++) {
    if (tries > 500) throw new Stop(exit.usage, `${path} stays locked; if nobody else is writing, remove it`);
    await pause(10 + Math.random() * 20);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function taken(path: string): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > abandoned) rmSync(path, { force: true });
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
