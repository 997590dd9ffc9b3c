import type { Result } from '../records/result.ts';
import type { Roster } from '../records/roster.ts';

/** What the files of a format may need beside the results. */
export interface About {
  readonly assignment: string;
  readonly title: string;
  /** The points of the whole assignment. */
  readonly outOf: string;
  readonly problems: readonly { readonly id: string; readonly title: string }[];
  readonly gradcheck: string;
  /** When the results were made: ISO 8601 in UTC. */
  readonly at: string;
  /** The people of the course, where they are known. */
  readonly roster?: Roster;
}

/** Takes the text or bytes of a file, piece by piece. */
export type Sink = (file: string, piece: string | Uint8Array) => void;

/** Writes the results of a class in one format; it is given them one by one, in the order of their students. */
export interface Writer {
  add(result: Result): void;
  /** What a person should know of what was written. */
  end(): readonly string[];
}

/** A format that others read: its id, and the start of its files. */
export interface Format {
  readonly id: string;
  start(about: About, sink: Sink): Writer;
}

/** Was the paper marked, and does its score count? */
export const counts = ({ status, adjustments }: Result): boolean =>
  (status === 'graded' || status === 'needs-review') && adjustments?.excused === undefined;
