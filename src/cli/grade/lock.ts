import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { exit, Stop } from '../exit.ts';
import { attempt } from '../write.ts';

const beat = 10_000;
/** A run on another machine that has not been heard of for so long is gone. */
const silence = 120_000;

/** Keeps a second run out of a report while one is writing there; gives what ends it. A killed run keeps out nobody. */
export function lock(folder: string): () => void {
  const path = join(folder, '.lock');
  const mine = JSON.stringify({ process: process.pid, host: hostname() });
  if (!attempt(path, () => taken(path, mine))) {
    const other = holderOf(path);
    if (other)
      throw new Stop(exit.usage, `another run is writing to ${folder} (${other}); if it is gone, remove ${path}`);
    attempt(path, () => writeFileSync(path, mine));
  }
  const timer = setInterval(() => touch(path), beat).unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}

function taken(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The run that holds a report, or undefined where it is gone. */
function holderOf(path: string): string | undefined {
  try {
    const { process: id, host } = JSON.parse(readFileSync(path, 'utf8'));
    const lives =
      host === hostname() ? id !== process.pid && isAlive(id) : statSync(path).mtimeMs > Date.now() - silence;
    return lives ? `process ${id} on ${host}` : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // The folder was removed; writing to it will say so.
  }
}
