import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../trainer/refusal.ts';
import type { Spec } from '../../trainer/spec.ts';
import type { State } from '../../trainer/training/state.ts';

/** What a state belongs to: it must not be resumed with another spec, data set or engine. */
export const ownerOf = (spec: Spec, data: string, engine: string): string =>
  createHash('sha256')
    .update(JSON.stringify([spec, data, engine]))
    .digest('hex');

const pack = (_: string, value: unknown) =>
  value instanceof Float32Array
    ? { float32: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
    : value;

function unpack(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('float32' in value)) return value;
  const bytes = Uint8Array.from(Buffer.from(String(value.float32), 'base64'));
  return new Float32Array(bytes.buffer);
}

/** Keeps a state; the file is replaced in one move, so that an interruption leaves the old one or the new one. */
export function saveState(file: string, owner: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify({ owner, state }, pack));
  renameSync(`${file}.part`, file);
}

/**
 * The kept state; undefined when there is none.
 * @throws Refusal when it is damaged or belongs to a run with other settings, data or engine.
 */
export function loadState(file: string, owner: string): State | undefined {
  if (!existsSync(file)) return undefined;
  let kept: { owner?: string; state?: State };
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'), unpack);
  } catch {
    throw new Refusal(`${file}: the checkpoint is damaged; delete it or run without --resume`);
  }
  if (kept.owner !== owner || !kept.state?.memory) {
    throw new Refusal(
      `${file}: belongs to a run with other settings, data or engine; delete it or run without --resume`,
    );
  }
  return kept.state;
}
