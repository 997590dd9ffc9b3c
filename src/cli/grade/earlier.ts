import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, entryOf, hashesOf } from '../../batch/entry.ts';
import type { Journal } from '../../batch/journal.ts';
import { readResult } from '../../records/stored-result.ts';
import { studentFileName } from '../../report/index.ts';
import { talk } from '../talk.ts';
import { journalAt } from './journal-file.ts';
import { recordAsWritten, recordOf } from './student-files.ts';

/** What earlier runs have left in a report: by the journal, and by records that no line of it tells of. */
export function earlierRuns(folder: string, assignment: string): Journal {
  const journal = journalAt(folder);
  const names = new Set([...journal.entries.keys()].map((student) => `${studentFileName(student)}.json`));
  const strays = readdirSync(join(folder, 'results')).filter((name) => name.endsWith('.json') && !names.has(name));
  const adopted = strays.sort().flatMap((name) => adoptedFrom(join(folder, 'results', name), assignment));
  if (adopted.length === 0) return journal;
  return {
    ...journal,
    entries: new Map([...adopted.map((entry) => [entry.student, entry] as const), ...journal.entries]),
  };
}

function adoptedFrom(path: string, assignment: string): Entry[] {
  const text = readFileSync(path, 'utf8');
  const result = readResult(text);
  return result?.assignment === assignment
    ? [entryOf(result, { made: '', decided: '', files: hashesOf({ json: text }) })]
    : [];
}

/** The results of students whose papers were not handed in this time. A record that was changed by hand is no result. */
export function keptOf(folder: string, { entries }: Journal, handedIn: ReadonlySet<string>): Entry[] {
  return [...entries.values()].filter((entry) => {
    if (handedIn.has(entry.student)) return false;
    const intact = recordAsWritten(folder, entry) !== undefined;
    if (!intact) talk(`${entry.student}: left out, because ${whyNot(recordOf(folder, entry.student))}`);
    return intact;
  });
}

const whyNot = (path: string): string =>
  existsSync(path) ? `${path} is not what was graded, and no paper was handed in` : `${path} is gone`;
