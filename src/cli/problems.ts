import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../../problems/index.ts';
import { roundingText } from '../marking/rounding.ts';
import type { Given, Problem, Working } from '../working/problem.ts';
import { type ExitCode, exit } from './exit.ts';
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

/** `gradcheck problems show`: the statement with its givens in place, and what may be handed in. */
export function showProblem(id: string): ExitCode {
  const problem = problemOf(id);
  const working = problem.work(problem.givens);
  const fields = fieldsOf(problem, working);
  const groups = [fieldLines('Asked for', fields, true), fieldLines('May be shown on the way', fields, false)];
  const parts = [statementOf(problem, working), roundingText(working.rounding), ...groups];
  print(parts.filter((part) => part !== '').join('\n\n'));
  return exit.done;
}

function fieldLines(heading: string, all: readonly FieldOfProblem[], asked: boolean): string {
  const fields = all.filter((field) => field.asked === asked);
  const wide = Math.max(0, ...fields.map(({ name }) => name.length));
  const lines = fields.map(({ name, words }) => (words ? `  ${name.padEnd(wide)}  ${words}` : `  ${name}`));
  return fields.length === 0 ? '' : [`${heading}:`, ...lines].join('\n');
}

/** The statement; a place `{{x1}}` in it stands for a given. */
function statementOf(problem: Problem, working: Working): string {
  const path = join(problemsFolder, problem.id, 'statement.md');
  if (!exists(path)) return `# ${problem.title}`;
  const givens: Record<string, Given> = { ...problem.givens, ...Object.fromEntries(working.givens) };
  const fill = (place: string, name: string) => {
    const value = Object.hasOwn(givens, name) ? givens[name] : undefined;
    if (value === undefined) return place;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return readFileSync(path, 'utf8')
    .trim()
    .replace(/\{\{\s*([\w.]+)\s*\}\}/g, fill);
}
