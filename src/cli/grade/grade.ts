import { resolve } from 'node:path';
import type { BrokenPaper } from '../../batch/paper.ts';
import { type SortedPapers, sortPapers } from '../../batch/sort.ts';
import type { Assignment } from '../../records/assignment.ts';
import { adjustmentsOf } from '../adjustments.ts';
import { assignmentIds, assignmentOf, knownProblems } from '../assignments.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { type Found, findFiles } from '../find.ts';
import { examplesFolder } from '../package-files.ts';
import { readPaper } from '../read.ts';
import { talk } from '../talk.ts';
import { interruption } from './interruption.ts';
import { formatsOf, type GradeOptions } from './options.ts';
import { type Run, runAssignment } from './run-assignment.ts';
import { printRuns } from './summary.ts';

/** `gradcheck grade`: grades what was handed in, one assignment after the other, and says where the reports are. */
export async function grade(options: GradeOptions): Promise<ExitCode> {
  const formats = formatsOf(options);
  const assignments = new Map(assignmentsOf(options).map((assignment) => [assignment.id, assignment]));
  const found = await submissions(options);
  const sorted = sortPapers(papersOf(found, options, [...assignments.values()]));
  tellOddities(found, sorted);
  const interrupted = interruption();
  const runs: Run[] = [];
  for (const [id, assignment] of assignments) {
    const students = sorted.assignments.get(id) ?? new Map();
    if (students.size === 0 && options.assignment === undefined) continue;
    const single = sorted.assignments.size < 2;
    const job = {
      assignment,
      adjustments: adjustmentsOf(id, options.adjustments),
      students,
      broken: single ? sorted.broken : [],
      folder: folderOf(id, single, options),
      formats,
    };
    runs.push(await runAssignment({ ...job, fresh: options.fresh, interrupted }));
    if (interrupted()) break;
  }
  if (!interrupted()) await printRuns(runs, options);
  return codeOf(runs, found.missing.length + sorted.broken.length, interrupted());
}

const assignmentsOf = ({ assignment }: GradeOptions): Assignment[] =>
  (assignment === undefined ? assignmentIds() : [assignment]).map(assignmentOf);

async function submissions({ paths, out = 'reports' }: GradeOptions): Promise<Found> {
  if (paths.length === 0) talk('No paths are given, so the examples are graded.');
  const found = await findFiles(paths.length === 0 ? [examplesFolder] : paths, resolve(out));
  if (found.files.length > 0) return found;
  const where = found.missing.length > 0 ? found.missing.join(', ') : paths.join(', ');
  throw new Stop(exit.nothing, `nothing matched: there is no JSON file at ${where}`);
}

function papersOf({ files }: Found, options: GradeOptions, assignments: readonly Assignment[]) {
  const known = knownProblems(assignments);
  const [only] = known.keys();
  const fallback = options.assignment !== undefined && only !== undefined ? { assignment: only } : {};
  return files.map((path) => readPaper(path, { known, ...fallback }));
}

function folderOf(id: string, single: boolean, { out }: GradeOptions): string {
  if (out === undefined) return `reports/${id}`;
  return single ? out : `${out}/${id}`;
}

function tellOddities({ missing, leftOut }: Found, { broken, copies }: SortedPapers): void {
  for (const path of missing) talk(`${path}: there is no such file, and no file fits it`);
  if (leftOut > 0) talk(`${leftOut} ${leftOut === 1 ? 'file was' : 'files were'} left out: not named .json`);
  for (const { file } of copies) talk(`${file}: the same as another file, byte for byte; graded once`);
  for (const paper of broken) tellBroken(paper);
}

const tellBroken = ({ says }: BrokenPaper): void => talk(`not graded: ${says.replaceAll('\n', '\n            ')}`);

/** Low marks are no failure. A fault of ours is one only where nothing else happened. */
function codeOf(runs: readonly Run[], lost: number, interrupted: boolean): ExitCode {
  if (interrupted) return exit.interrupted;
  const statuses = runs.flatMap(({ results }) => results.map(({ status }) => status));
  if (lost === 0 && statuses.length > 0 && statuses.every((status) => status === 'grader-error')) return exit.fault;
  const graded = statuses.every((status) => status === 'graded' || status === 'needs-review');
  return lost === 0 && graded ? exit.done : exit.incomplete;
}
