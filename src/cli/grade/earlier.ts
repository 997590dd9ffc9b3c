import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../batch/entry.ts';
import type { Journal } from '../../batch/journal.ts';
import { studentFileName } from '../../report/index.ts';
import { talk } from '../talk.ts';
import { journalAt } from './journal-file.ts';
import { recordAsWritten, recordOf } from './student-files.ts';

/** What earlier runs have left in a report. A record that no line of the journal tells of was not graded here. */
export function earlierRuns(folder: string): Journal {
  const journal = journalAt(folder);
  const names = new Set([...journal.entries.keys()].map((student) => `${studentFileName(student)}.json`));
  const results = join(folder, 'results');
  const strays = readdirSync(results).filter((name) => name.endsWith('.json') && !names.has(name));
  if (strays.length > 0)
    talk(`${strayWords(strays.sort(), results)} left out, because the journal knows nothing of it`);
  return journal;
}

const strayWords = ([first, ...more]: readonly string[], results: string): string =>
  `${join(results, first ?? '')}${more.length > 0 ? ` and ${more.length} more` : ''}:`;

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
