import type { Entry } from './entry.ts';
import type { BrokenPaper } from './paper.ts';

/** The line that ends a run which came to its end: the whole report is written. */
export interface Completed {
  readonly completed: true;
  readonly assignment: string;
  readonly key: string;
  readonly gradcheck: string;
  /** Which part of a batch it was, as `3/8`. */
  readonly shard?: string;
  /** Files that are no paper of anybody. */
  readonly broken: readonly BrokenPaper[];
  /** sha256 of what the class has in common, by path: the gradebook, the page of the class, the stylesheet. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What the journal of a report says: one line of JSON for each paper, in the order they were graded. */
export interface Journal {
  /** The last line of each student. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** How things stood at the end of the last run that came to its end; absent where none did. */
  readonly before?: ReadonlyMap<string, Entry>;
  /** Did a run come to its end after the last paper? */
  readonly completed?: Completed;
}

/** Reads a journal. A line that a kill or a full disk has cut off is none: its paper is graded again. */
export function readJournal(text: string): Journal {
  const entries = new Map<string, Entry>();
  let before: ReadonlyMap<string, Entry> | undefined;
  let completed: Completed | undefined;
  for (const line of text.split('\n').slice(0, -1)) {
    const value = parsed(line);
    if (!value) continue;
    // Papers after the end of a run belong to one that has not come to its end.
    completed = 'completed' in value ? value : undefined;
    if ('completed' in value) before = new Map(entries);
    else entries.set(value.student, value);
  }
  return { entries, ...(before && { before }), ...(completed && { completed }) };
}

function parsed(line: string): Entry | Completed | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) || isCompleted(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isCompleted = (value: unknown): value is Completed =>
  isRecord(value) &&
  value.completed === true &&
  ['assignment', 'key', 'gradcheck'].every((name) => typeof value[name] === 'string') &&
  Array.isArray(value.broken);

const texts = ['student', 'status', 'score', 'outOf', 'waiting', 'submission', 'key', 'gradcheck', 'made', 'decided'];

const isEntry = (value: unknown): value is Entry =>
  isRecord(value) &&
  texts.every((name) => typeof value[name] === 'string') &&
  isRecord(value.files) &&
  isRecord(value.problems);

/** A line of the journal. */
export const journalLine = (value: Entry | Completed): string => `${JSON.stringify(value)}\n`;

/** The journal of a run that came to its end, whatever order its papers were graded in. */
export const journalText = (entries: readonly Entry[], completed: Completed): string =>
  [...entries, completed].map(journalLine).join('');
