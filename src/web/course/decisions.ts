import { randomUUID } from 'node:crypto';
import type { Entry } from '../../records/adjustments.ts';
import type { DecisionBook } from '../review/book.ts';
import type { Store, Stored } from '../store/store.ts';

interface Decided {
  readonly type: 'decided';
  readonly entries: readonly Entry[];
}

/** The decisions about an assignment in the store of a course; what was taken back stays in the record. */
export function decisionsIn(store: Store, assignment: string): DecisionBook {
  const stream = `decisions/${assignment}`;
  return {
    read: async () => entriesOf(await store.read(stream)),
    async change(edit) {
      for (;;) {
        const events = await store.read(stream);
        const before = entriesOf(events);
        const { entries, outcome } = edit(before);
        if (entries === before || entries.length === before.length) return outcome;
        const event = { id: randomUUID(), at: new Date().toISOString(), ...difference(before, entries) };
        if ((await store.append(stream, [event], events.length)).ok) return outcome;
      }
    },
  };
}

function difference(before: readonly Entry[], after: readonly Entry[]) {
  if (after.length > before.length) return { type: 'decided', entries: after.slice(before.length) };
  const left = new Set(after);
  return { type: 'undone', places: before.flatMap((entry, i) => (left.has(entry) ? [] : [i])) };
}

function entriesOf(events: readonly Stored[]): readonly Entry[] {
  let entries: Entry[] = [];
  for (const { event } of events) {
    const { type, places = [] } = event as unknown as { type: string; places?: readonly number[] };
    const gone = new Set(places);
    if (type === 'decided') for (const entry of (event as unknown as Decided).entries) entries.push(entry);
    else if (type === 'undone') entries = entries.filter((_, i) => !gone.has(i));
  }
  return entries;
}
