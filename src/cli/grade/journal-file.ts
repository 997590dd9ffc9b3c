import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../batch/entry.ts';
import { type Completed, type Journal, journalLine, journalText, readJournal } from '../../batch/journal.ts';
import { attempt, writeWhole } from '../write.ts';

/** The journal of a report. */
export const journalOf = (report: string): string => join(report, 'journal.jsonl');

/** What a report's journal says; nothing where there is none. */
export function journalAt(report: string): Journal {
  const path = journalOf(report);
  return readJournal(existsSync(path) ? readFileSync(path, 'utf8') : '');
}

/** A journal that is being written: each line goes to the system at once, so that a kill loses no graded paper. */
export class JournalFile {
  private readonly path: string;
  private readonly file: number;

  constructor(report: string) {
    this.path = journalOf(report);
    const cut = existsSync(this.path) && /[^\n]$/.test(readFileSync(this.path, 'utf8'));
    this.file = attempt(this.path, () => openSync(this.path, 'a'));
    // The line that was cut off stays alone.
    if (cut) this.write('\n');
  }

  add(entry: Entry): void {
    this.write(journalLine(entry));
  }

  /** The disk is told to keep what the system holds. */
  close(): void {
    attempt(this.path, () => {
      fsyncSync(this.file);
      closeSync(this.file);
    });
  }

  private write(text: string): void {
    const bytes = Buffer.from(text);
    attempt(this.path, () => {
      for (let from = 0; from < bytes.length; ) from += writeSync(this.file, bytes, from);
    });
  }
}

/** The run came to its end: the journal is put in order, so that it is the same whatever happened on the way. */
export const completeJournal = (report: string, entries: readonly Entry[], completed: Completed): void =>
  writeWhole(journalOf(report), journalText(entries, completed));
