import { dirname, relative, resolve } from 'node:path';
import { withAccepted } from '../../adjustments/accepted.ts';
import { type Adjustments, adjustmentsText, readAdjustments } from '../../records/adjustments.ts';
import { complaintText } from '../../records/complaint.ts';
import { adjustmentsFile, adjustmentsOf } from '../adjustments.ts';
import { assignmentOf, loaded } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { schemasFolder } from '../package-files.ts';
import { exists } from '../read.ts';
import { print, talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';
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
  const after =
    options.remove === undefined
      ? { ...before, entries: [...before.entries, ...entriesOf(options, await loaded(catalogue, assignment), report)] }
      : without(before, options.remove, file);
  // What the assignment could not be marked by is not written.
  await loaded(catalogue, withAccepted(assignment, readable(after)));
  write(after, file);
  for (const entry of after.entries.slice(before.entries.length)) print(entryLine(entry));
  if (options.points !== undefined) tellUnseen(options.student ?? [], report);
  talk(`${file} is written; gradcheck grade puts it to the papers.`);
  return exit.done;
}

function list({ entries }: Adjustments, file: string): ExitCode {
  if (entries.length === 0) talk(`${file}: nothing is decided.`);
  else print(entries.map((entry, i) => `${String(i + 1).padStart(4)}  ${entryLine(entry)}`).join('\n'));
  return exit.done;
}

function without(before: Adjustments, number: number, file: string): Adjustments {
  const gone = before.entries[number - 1];
  if (!gone) throw new Stop(exit.usage, `${file} has no decision ${number}; it has ${before.entries.length} (--list)`);
  talk(`Taken back: ${entryLine(gone)}`);
  return { ...before, entries: before.entries.filter((_, i) => i !== number - 1) };
}

/** As it will be read again. */
function readable(after: Adjustments): Adjustments {
  const reading = readAdjustments(adjustmentsText(after, ''), 'what you said');
  if (reading.ok) return reading.adjustments;
  throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
}

function write(after: Adjustments, file: string): void {
  const schema = relative(dirname(resolve(file)), `${schemasFolder}/adjustments.schema.json`).replaceAll('\\', '/');
  makeFolder(dirname(resolve(file)));
  writeWhole(file, adjustmentsText(after, schema));
}

function tellUnseen(students: readonly string[], report: string): void {
  const unseen = students.filter((student) => !resultIn(report, student));
  if (unseen.length > 0)
    talk(
      `${report} has no result of ${unseen.join(', ')}, so it will not be seen if the machine comes to another verdict; say where with --report.`,
    );
}
