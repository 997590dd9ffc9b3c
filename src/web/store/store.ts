/** Something that happened, by the name of whoever saw it first: the same `id` is never kept twice in a stream. */
export interface Event {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly type: string;
  readonly [member: string]: unknown;
}

/** An event and its number in its stream, from 1. */
export interface Stored<E extends Event = Event> {
  readonly seq: number;
  readonly event: E;
}

/** What became of an append: kept, up to this number; or somebody else was first. */
export interface Appended {
  readonly ok: boolean;
  readonly seq: number;
}

/**
 * Where a course is kept: streams of events to which is only ever added, so that nothing that a student or a teaching
 * assistant did is lost, whatever comes later. What is the case now follows from the events.
 */
export interface Store {
  /** The events of a stream after a number, in order. */
  read(stream: string, after?: number): Promise<readonly Stored[]>;
  /**
   * Adds events; those that are there already are passed over. With `expected`, only where the stream has ended at that
   * number: of two who write at once one is told that the other was first.
   */
  append(stream: string, events: readonly Event[], expected?: number): Promise<Appended>;
  /** The streams whose names begin so, each with a number that changes when something is added to it. */
  versions(prefix: string): Promise<ReadonlyMap<string, number>>;
  /** The streams whose names begin so, sorted. */
  names(prefix: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
