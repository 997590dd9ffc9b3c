import type { Store } from '../store/store.ts';
import { type PaperState, stateOf } from './state.ts';

/** Papers that are held as they stood last; of the others all events are read again. */
const held = 5_000;

const known = new WeakMap<Store, Map<string, PaperState>>();

/** A paper as it stands: events are only ever added, so only those since the last time are read. */
export async function stateIn(store: Store, stream: string): Promise<PaperState> {
  const states = known.get(store) ?? new Map<string, PaperState>();
  known.set(store, states);
  const before = states.get(stream);
  const events = await store.read(stream, before?.seq ?? 0);
  const state = before && events.length === 0 ? before : stateOf(events, before);
  const newest = states.get(stream);
  if (newest && newest.seq > state.seq) return newest;
  // The one that was asked for last is the last to be forgotten.
  states.delete(stream);
  states.set(stream, state);
  const [oldest] = states.keys();
  if (states.size > held && oldest !== undefined) states.delete(oldest);
  return state;
}
