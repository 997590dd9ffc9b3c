import { AuthorFault } from '../collections/author-fault.ts';
import type { Catalogue } from '../collections/catalogue.ts';
import type { Problem } from '../working/problem.ts';
import { type ExitCode, exit } from './exit.ts';
import { type CourseOptions, openCatalogue } from './open-catalogue.ts';
import { problemAsSet } from './problem-as-set.ts';
import { entryOf, type FieldOfProblem, fieldsOf } from './problem-list.ts';
import { statementOf } from './statement.ts';
import { print, talk } from './talk.ts';

export interface ListOptions extends CourseOptions {
  readonly json: boolean;
}

/** `gradcheck problems list`. A problem that cannot be loaded is told of after the others. */
export async function listProblems(options: ListOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(options);
  const faults: string[] = [];
  const found = await Promise.all(catalogue.ids.map((id) => loadedOr(catalogue, id, faults)));
  const rows = found.flat().map(({ id, title, asks }) => ({ id, title, asks: Object.keys(asks) }));
  const wide = Math.max(...rows.map(({ id }) => id.length));
  const text = rows.map(({ id, title }) => `${id.padEnd(wide)}  ${title}`).join('\n');
  print(options.json ? JSON.stringify(rows, null, 2) : text);
  for (const says of faults) talk(says);
  return faults.length > 0 ? exit.usage : exit.done;
}

async function loadedOr(catalogue: Catalogue, id: string, faults: string[]): Promise<Problem[]> {
  try {
    return [await entryOf(catalogue, id).problem()];
  } catch (error) {
    if (!(error instanceof AuthorFault)) throw error;
    faults.push(error.message);
    return [];
  }
}

export interface ShowOptions extends CourseOptions {
  readonly id: string;
  readonly assignment?: string | undefined;
  readonly student?: string | undefined;
}

/** `gradcheck problems show`: the statement with its givens in place, and what may be handed in. */
export async function showProblem(options: ShowOptions): Promise<ExitCode> {
  const catalogue = await openCatalogue(options);
  const set = await problemAsSet(catalogue, options);
  const fields = fieldsOf(set.problem, set.working);
  const groups = [fieldLines('Asked for', fields, true), fieldLines('May be shown on the way', fields, false)];
  print([statementOf(catalogue, set), ...groups].filter((part) => part !== '').join('\n\n'));
  return exit.done;
}

function fieldLines(heading: string, all: readonly FieldOfProblem[], asked: boolean): string {
  const fields = all.filter((field) => field.asked === asked);
  const wide = Math.max(0, ...fields.map(({ name }) => name.length));
  const lines = fields.map(({ name, words }) => (words ? `  ${name.padEnd(wide)}  ${words}` : `  ${name}`));
  return fields.length === 0 ? '' : [`${heading}:`, ...lines].join('\n');
}
