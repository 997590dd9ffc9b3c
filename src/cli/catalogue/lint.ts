import { AuthorFault } from '../../collections/author-fault.ts';
import type { Catalogue } from '../../collections/catalogue.ts';
import type { Entry } from '../../collections/collection.ts';
import { plural } from '../../report/text/counted.ts';
import { type Finding, lint, type Subject } from '../../verification/lint/lint.ts';
import { type ExitCode, exit } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';
import { entryOf } from '../problem-list.ts';
import { print } from '../talk.ts';

export interface LintOptions extends CourseOptions {
  readonly id?: string[] | undefined;
}

/** What came of one problem: what it owes, or why it could not be loaded. */
interface Report {
  readonly id: string;
  readonly found: readonly Finding[];
  readonly isLoaded: boolean;
}

/**
 * `gradcheck problems lint`: what the problems still owe. 1 where something must be mended, 2 where all that is wrong is
 * that a problem cannot be loaded; notes are for reading.
 */
export async function lintProblems(options: LintOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(options);
  const { id: named = [] } = options;
  for (const id of named) if (!catalogue.ids.includes(id)) entryOf(catalogue, id);
  const reports: Report[] = [];
  for (const id of named.length > 0 ? named : catalogue.ids) reports.push(await reportOn(catalogue, id));
  for (const report of reports) print(reportText(report));
  const found = reports.flatMap((report) => report.found);
  const errors = found.filter(isError).length;
  const [problems, notes] = [reports.length, found.length - errors];
  print(`${problems} ${plural(problems, 'problem')}: ${errors} to mend, ${notes} ${plural(notes, 'note')}.`);
  if (reports.some((report) => report.isLoaded && report.found.some(isError))) return exit.no;
  return errors > 0 ? exit.usage : exit.done;
}

const isError = ({ level }: Finding): boolean => level === 'error';

/** A problem that cannot be loaded costs no other. */
async function reportOn(catalogue: Catalogue, id: string): Promise<Report> {
  try {
    return { id, found: lint(await subjectOf(entryOf(catalogue, id))), isLoaded: true };
  } catch (error) {
    if (!(error instanceof AuthorFault)) throw error;
    return { id, found: [{ problem: id, level: 'error', says: error.message, mend: '' }], isLoaded: false };
  }
}

async function subjectOf(entry: Entry): Promise<Subject> {
  const [problem, proofs] = [await entry.problem(), await entry.proofs()];
  return { problem, proofs, statement: entry.text('statement.md'), cases: entry.text('cases.json') };
}

function reportText({ id, found }: Report): string {
  const lines = found.map(
    ({ level, says, mend }) => `      ${level === 'note' ? 'note: ' : ''}${says}${mend && `; ${mend}`}`,
  );
  return [`${found.some(isError) ? 'WRONG' : 'ok   '} ${id}`, ...lines].join('\n');
}
