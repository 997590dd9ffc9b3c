import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../trainer/refusal.ts';
import type { DataName } from '../../trainer/spec.ts';
import { talk } from '../talk.ts';

/** Where files of a data set are fetched from; every file is known by the hash of its gzipped bytes. */
export interface Source {
  readonly folder: string;
  /** Tried in order. */
  readonly mirrors: readonly string[];
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

const patience = 120_000;
const sources = (): Partial<Record<DataName, Source>> =>
  JSON.parse(readFileSync(new URL('./downloads.json', import.meta.url), 'utf8'));

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function fetched(address: string, sha256: string): Promise<Uint8Array> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const found = hash(bytes);
  if (found !== sha256) throw new Error(`sha256 is ${found}, it must be ${sha256}; nothing was kept`);
  return bytes;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

async function fetchFile(source: Source, folder: string, file: Source['files'][number]): Promise<void> {
  const path = join(folder, file.name);
  if (existsSync(path)) return;
  const failures: string[] = [];
  for (const mirror of source.mirrors) {
    try {
      const bytes = await fetched(`${mirror}/${file.name}`, file.sha256);
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
      return talk(`fetched ${path}`);
    } catch (error) {
      failures.push(`${mirror}/${file.name}: ${reason(error)}`);
    }
  }
  throw new Refusal(`could not fetch ${file.name}:\n  ${failures.join('\n  ')}`);
}

/**
 * Fetches the files of these data sets that the data folder lacks. Only ever called when the user asked for it.
 * @throws Refusal when a data set has no source, or no mirror has the file with the right hash.
 */
export async function fetchMissing(names: readonly DataName[], data: string, from = sources()): Promise<void> {
  for (const name of new Set(names)) {
    const source = from[name];
    if (!source) throw new Refusal(`there is no download for ${name}; put it into ${data} yourself`);
    const folder = join(data, source.folder);
    mkdirSync(folder, { recursive: true });
    for (const file of source.files) await fetchFile(source, folder, file);
  }
}
