import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../../problems/index.ts';
import { forStudent, givensOf, type LoadedProblem } from '../marking/assignment.ts';
import { roundingText } from '../marking/rounding.ts';
import { fillStatement } from '../marking/statement.ts';
import { assignmentOf, loaded } from './assignments.ts';
import { type ExitCode, exit, Stop } from './exit.ts';
import { problemsFolder } from './package-files.ts';
import { type FieldOfProblem, fieldsOf, problemOf } from './problem-list.ts';
import { exists } from './read.ts';
import { print } from './talk.ts';

/** `gradcheck problems list`. */
export function listProblems(json: boolean): ExitCode {
  const rows = problems.map(({ id, title, asks }) => ({ id, title, asks: Object.keys(asks) }));
  const wide = Math.max(...rows.map(({ id }) => id.length));
  print(json ? JSON.stringify(rows, null, 2) : rows.map(({ id, title }) => `${id.padEnd(wide)}  ${title}`).join('\n'));
  return exit.done;
}

export interface ShowOptions {
  readonly id: string;
  readonly assignment?: string | undefined;
  readonly student?: string | undefined;
}

/** `gradcheck problems show`: the statement with its givens in place, and what may be handed in. */
export function showProblem(options: ShowOptions): ExitCode {
  const set = problemAsSet(options);
  const fields = fieldsOf(set.problem, set.working);
  const groups = [fieldLines('Asked for', fields, true), fieldLines('May be shown on the way', fields, false)];
  print([statementOf(set), ...groups].filter((part) => part !== '').join('\n\n'));
  return exit.done;
}

/** With its own givens, those of an assignment, or a student's. */
function problemAsSet({ id, assignment, student }: ShowOptions): LoadedProblem {
  if (assignment === undefined)
    return loaded({ id, title: id, problems: [{ problem: problemOf(id).id }] }).problems[0] as LoadedProblem;
  const all = loaded(assignmentOf(assignment));
  if (all.variants && student === undefined)
    throw new Stop(exit.usage, 'every student has other numbers here; say whose with --student');
  const own = student === undefined ? all : forStudent(all, student);
  const found = own.problems.find((one) => one.id === id || one.problem.id === id);
  if (!found) throw new Stop(exit.usage, `the assignment "${all.id}" does not set "${id}"`);
  return found;
}

function fieldLines(heading: string, all: readonly FieldOfProblem[], asked: boolean): string {
  const fields = all.filter((field) => field.asked === asked);
  const wide = Math.max(0, ...fields.map(({ name }) => name.length));
  const lines = fields.map(({ name, words }) => (words ? `  ${name.padEnd(wide)}  ${words}` : `  ${name}`));
  return fields.length === 0 ? '' : [`${heading}:`, ...lines].join('\n');
}

/** The statement with its givens in place, and how to round. */
function statementOf(set: LoadedProblem): string {
  const rounding = roundingText(set.working.rounding);
  const path = join(problemsFolder, set.problem.id, 'statement.md');
  if (!exists(path)) return `# ${set.title}\n\n${rounding}`;
  return fillStatement(readFileSync(path, 'utf8').trim(), givensOf(set), rounding);
}
