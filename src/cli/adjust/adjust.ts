import { isDeepStrictEqual } from 'node:util';
import { withAccepted } from '../../adjustments/accepted.ts';
import { type Adjustments, adjustmentsText, type Entry, readAdjustments } from '../../records/adjustments.ts';
import { complaintText } from '../../records/complaint.ts';
import { adjustmentsFile, adjustmentsOf } from '../adjustments.ts';
import { assignmentOf, loaded } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { exists } from '../read.ts';
import { print, talk } from '../talk.ts';
import { adjustmentsBook } from './book.ts';
import { entriesOf } from './entries.ts';
import { entryLine } from './list.ts';
import { resultIn } from './machine.ts';
import type { AdjustOptions } from './options.ts';

/** `gradcheck adjust`: writes what people decide about papers, apart from what the machine says of them. */
export async function adjust(options: AdjustOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(options);
  const assignment = assignmentOf(catalogue, options.assignment);
  const file = options.file ?? adjustmentsFile(assignment.id);
  const before = adjustmentsOf(assignment.id, exists(file) ? file : undefined);
  if (options.list) return list(before, file);
  const report = options.report ?? `reports/${assignment.id}`;
  const added = options.remove === undefined ? entriesOf(options, await loaded(catalogue, assignment), report) : [];
  const gone = options.remove === undefined ? undefined : numbered(before, options.remove, file);
  const after = changed(before.entries, added, gone);
  // What the assignment could not be marked by is not written.
  await loaded(catalogue, withAccepted(assignment, readable({ ...before, entries: after })));
  // Others may write at the same time, here or in the browser: what they wrote stays.
  await adjustmentsBook(assignment.id, file).change((entries) => ({
    entries: changed(entries, added, gone),
    outcome: undefined,
  }));
  if (gone) talk(`Taken back: ${entryLine(gone)}`);
  for (const entry of added.slice(0, most)) print(entryLine(entry));
  if (added.length > most) talk(`and ${added.length - most} more of this kind; --list shows all.`);
  if (options.points !== undefined) tellUnseen(options.student ?? [], report);
  talk(`${file} is written; gradcheck grade puts it to the papers.`);
  return exit.done;
}

/** Decisions that are told when they are made: a table of times has hundreds. */
const most = 10;

function list({ entries }: Adjustments, file: string): ExitCode {
  if (entries.length === 0) talk(`${file}: nothing is decided.`);
  else print(entries.map((entry, i) => `${String(i + 1).padStart(4)}  ${entryLine(entry)}`).join('\n'));
  return exit.done;
}

function numbered({ entries }: Adjustments, number: number, file: string): Entry {
  const found = entries[number - 1];
  if (!found) throw new Stop(exit.usage, `${file} has no decision ${number}; it has ${entries.length} (--list)`);
  return found;
}

/** With some more, or without the last one that is just like one. */
function changed(entries: readonly Entry[], added: readonly Entry[], gone: Entry | undefined): Entry[] {
  const at = gone ? entries.findLastIndex((entry) => isDeepStrictEqual(entry, gone)) : -1;
  return [...entries.filter((_, i) => i !== at), ...added];
}

/** As it will be read again. */
function readable(after: Adjustments): Adjustments {
  const reading = readAdjustments(adjustmentsText(after, ''), 'what you said');
  if (reading.ok) return reading.adjustments;
  throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
}

function tellUnseen(students: readonly string[], report: string): void {
  const unseen = students.filter((student) => !resultIn(report, student));
  if (unseen.length > 0)
    talk(
      `${report} has no result of ${unseen.join(', ')}, so it will not be seen if the machine comes to another verdict; say where with --report.`,
    );
}
