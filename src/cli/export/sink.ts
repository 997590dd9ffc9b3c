import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sink } from '../../exports/index.ts';
import { exit, Stop } from '../exit.ts';
import { reasonOf } from '../file-faults.ts';
import { makeFolder } from '../write.ts';

/** Characters of a file that are held before they are written. */
const held = 1 << 20;

interface Pending {
  readonly path: string;
  text: string;
}

/** Writes files piece by piece under `folder`; they stand under their own names only once all are whole. */
export function sinkInto(folder: string): { sink: Sink; end: () => void; fail: () => void } {
  const files = new Map<string, Pending>();
  const part = ({ path }: Pending): string => `${path}.${process.pid}.tmp`;
  const open = (file: string): Pending => {
    const pending = { path: join(folder, file), text: '' };
    makeFolder(dirname(pending.path));
    attempt(pending.path, () => writeFileSync(part(pending), ''));
    files.set(file, pending);
    return pending;
  };
  const flush = (pending: Pending): void => {
    if (pending.text !== '') attempt(pending.path, () => appendFileSync(part(pending), pending.text));
    pending.text = '';
  };
  const sink: Sink = (file, piece) => {
    const pending = files.get(file) ?? open(file);
    if (typeof piece !== 'string') attempt(pending.path, () => appendFileSync(part(pending), piece));
    else pending.text += piece;
    if (pending.text.length > held) flush(pending);
  };
  const end = (): void => {
    for (const pending of files.values()) flush(pending);
    for (const pending of files.values()) attempt(pending.path, () => renameSync(part(pending), pending.path));
  };
  const fail = (): void => {
    for (const pending of files.values()) rmSync(part(pending), { force: true });
  };
  return { sink, end, fail };
}

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new Stop(exit.usage, `cannot write ${path}: ${reasonOf(error)}; choose another folder with --out`);
  }
}
