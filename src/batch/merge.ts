import type { Entry } from './entry.ts';
import type { Completed, Journal } from './journal.ts';
import type { BrokenPaper } from './paper.ts';
import { readShard } from './shard.ts';

/** A part of a batch, as its journal tells of it. */
export interface Part {
  /** Its folder, for messages. */
  readonly folder: string;
  readonly journal: Journal;
}

/** All parts of a batch as one: where each student's files lie. */
export interface Merged {
  readonly assignment: string;
  readonly from: ReadonlyMap<string, { readonly folder: string; readonly entry: Entry }>;
  readonly broken: readonly BrokenPaper[];
}

/** Why parts are no whole: `unfinished` where grading the rest would mend it. */
export interface NoMerge {
  readonly unfinished: boolean;
  readonly says: string;
}

interface Done {
  readonly folder: string;
  readonly journal: Journal;
  readonly completed: Completed;
}

/** Puts the parts of a batch together, in any order; a part that is there twice counts once. */
export function merge(parts: readonly Part[]): Merged | NoMerge {
  const open = parts.find(({ journal }) => !journal.completed);
  if (open) return unfinished(`${open.folder} did not come to its end; run it again`);
  const done = parts.flatMap(({ folder, journal }) =>
    journal.completed ? [{ folder, journal, completed: journal.completed }] : [],
  );
  return lackOf(done) ?? strangerOf(done) ?? union(done);
}

const unfinished = (says: string): NoMerge => ({ unfinished: true, says });
const refused = (says: string): NoMerge => ({ unfinished: false, says });

/** Is every part there? */
function lackOf(parts: readonly Done[]): NoMerge | undefined {
  const shards = parts.map(({ completed }) => readShard(completed.shard ?? ''));
  const n = shards[0]?.n;
  const odd = parts.find((_, i) => shards[i] === undefined || shards[i]?.n !== n);
  if (odd)
    return refused(`${odd.folder} is part ${odd.completed.shard ?? '1/1'}, and the others are parts of ${n ?? 1}`);
  const there = new Set(shards.map((shard) => shard?.k));
  const lost = Array.from({ length: n ?? 0 }, (_, i) => i + 1).filter((k) => !there.has(k));
  return lost.length > 0 ? unfinished(`of the ${n} parts these are not there: ${lost.join(', ')}`) : undefined;
}

/** Was every part graded by the same assignment, key and version? */
function strangerOf(parts: readonly Done[]): NoMerge | undefined {
  const facts = {
    assignment: 'for another assignment',
    key: 'with another key',
    gradcheck: 'by another version',
  } as const;
  const [first] = parts;
  for (const [name, how] of Object.entries(facts) as [keyof typeof facts, string][]) {
    const odd = parts.find(({ completed }) => completed[name] !== first?.completed[name]);
    if (odd && first) return refused(`${odd.folder} was graded ${how} than ${first.folder}; grade both again`);
  }
  return undefined;
}

function union(parts: readonly Done[]): Merged | NoMerge {
  const from = new Map<string, { folder: string; entry: Entry }>();
  const broken = new Map<string, BrokenPaper>();
  for (const { folder, journal, completed } of parts) {
    for (const entry of journal.entries.values()) {
      const other = from.get(entry.student);
      if (other && JSON.stringify(other.entry) !== JSON.stringify(entry))
        return refused(`${folder} and ${other.folder} both have a result of "${entry.student}", and they differ`);
      from.set(entry.student, { folder, entry });
    }
    for (const one of completed.broken) broken.set(one.file, one);
  }
  const files = [...broken.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { assignment: parts[0]?.completed.assignment ?? '', from, broken: files };
}
