import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Appended, Event, Store, Stored } from './store.ts';

/** Streams that are held in memory; the others are read again when they are asked for. */
const held = 5_000;

interface Stream {
  readonly events: Stored[];
  readonly ids: Set<string>;
  /** Was the last line cut off by a kill? It stays, alone and unread. */
  cut: boolean;
}

/**
 * The store of one machine: a file of lines for each stream. A line goes to the system before it is answered for, so a
 * kill of the process loses nothing that anybody was told is kept. One process at a time.
 */
export class FileStore implements Store {
  private readonly folder: string;
  private readonly streams = new Map<string, Stream>();
  /** How long the file of every stream is, once somebody has asked. */
  private sizes: Map<string, number> | undefined;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  async read(stream: string, after = 0): Promise<readonly Stored[]> {
    return this.opened(stream).events.slice(after);
  }

  async append(stream: string, events: readonly Event[], expected?: number): Promise<Appended> {
    const known = this.opened(stream);
    const fresh = events.filter(({ id }) => !known.ids.has(id));
    if (fresh.length === 0) return { ok: true, seq: known.events.length };
    if (expected !== undefined && expected !== known.events.length) return { ok: false, seq: known.events.length };
    this.write(stream, known, fresh);
    for (const event of fresh) note(known, event);
    return { ok: true, seq: known.events.length };
  }

  async versions(prefix: string): Promise<ReadonlyMap<string, number>> {
    this.sizes ??= sizesIn(this.folder);
    return new Map([...this.sizes].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async names(prefix: string): Promise<readonly string[]> {
    return [...(await this.versions(prefix)).keys()];
  }

  async close(): Promise<void> {
    this.streams.clear();
  }

  private opened(stream: string): Stream {
    const known = this.streams.get(stream) ?? readStream(this.path(stream));
    // The one that was asked for last is the last to be forgotten.
    this.streams.delete(stream);
    this.streams.set(stream, known);
    const [oldest] = this.streams.keys();
    if (this.streams.size > held && oldest !== undefined) this.streams.delete(oldest);
    return known;
  }

  private write(stream: string, known: Stream, events: readonly Event[]): void {
    const head = known.events.length === 0 && !known.cut ? [{ stream }] : [];
    const lines = [...head, ...events].map((line) => `${JSON.stringify(line)}\n`);
    const bytes = Buffer.from(`${known.cut ? '\n' : ''}${lines.join('')}`);
    const file = openSync(this.path(stream), 'a');
    try {
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
    } finally {
      closeSync(file);
    }
    known.cut = false;
    this.sizes?.set(stream, (this.sizes.get(stream) ?? 0) + bytes.length);
  }

  /** Names may hold what no file system takes, so the file has a readable part and a hash; its first line has the name. */
  private path(stream: string): string {
    const readable = stream.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
    const hash = createHash('sha256').update(stream).digest('hex').slice(0, 16);
    return join(this.folder, `${readable}~${hash}.jsonl`);
  }
}

function readStream(path: string): Stream {
  const found: Stream = { events: [], ids: new Set(), cut: false };
  if (!existsSync(path)) return found;
  const text = readFileSync(path, 'utf8');
  found.cut = text !== '' && !text.endsWith('\n');
  for (const line of text.split('\n')) {
    const event = parsed(line);
    if (event && 'id' in event) note(found, event as unknown as Event);
  }
  return found;
}

function note({ events, ids }: Stream, event: Event): void {
  if (ids.has(event.id)) return;
  ids.add(event.id);
  events.push({ seq: events.length + 1, event });
}

/** A line that a kill has cut off was never answered for. */
function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The lengths of all files, by the names of their streams. Of each only the first line is read. */
function sizesIn(folder: string): Map<string, number> {
  const head = Buffer.alloc(longestName);
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => {
        const file = openSync(join(folder, name), 'r');
        try {
          const stream = firstName(head.toString('utf8', 0, readSync(file, head, 0, longestName, 0)));
          return stream === undefined ? [] : [[stream, fstatSync(file).size] as const];
        } finally {
          closeSync(file);
        }
      }),
  );
}

/** Of a first line with the name of a stream. */
const longestName = 65_536;

function firstName(text: string): string | undefined {
  const name = parsed(text.slice(0, Math.max(0, text.indexOf('\n'))))?.stream;
  return typeof name === 'string' ? name : undefined;
}
