import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../../../problems/index.ts';
import { proofs } from '../../../problems/proofs.ts';
import { type Finding, lint, type Subject } from '../../marking/lint/lint.ts';
import type { Problem } from '../../working/problem.ts';
import { type ExitCode, exit } from '../exit.ts';
import { packageFolder } from '../package-files.ts';
import { problemOf } from '../problem-list.ts';
import { print } from '../talk.ts';

const folder = join(packageFolder, 'problems');
const listText = 'problems/index.ts';

/** `gradcheck problems lint`: what the problems still owe. 1 where something must be mended; notes are for reading. */
export function lintProblems(ids: readonly string[]): ExitCode {
  const chosen = ids.length > 0 ? ids.map(problemOf) : problems;
  const found = [...chosen.flatMap((problem) => lint(subjectOf(problem))), ...(ids.length > 0 ? [] : unlisted())];
  const names = [...new Set([...chosen.map(({ id }) => id), ...found.map(({ problem }) => problem)])];
  for (const id of names)
    print(
      reportOf(
        id,
        found.filter(({ problem }) => problem === id),
      ),
    );
  const errors = found.filter(({ level }) => level === 'error').length;
  print(`${names.length} problems: ${errors} to mend, ${found.length - errors} notes.`);
  return errors > 0 ? exit.no : exit.done;
}

function subjectOf(problem: Problem): Subject {
  const read = (name: string): string | undefined => {
    const path = join(folder, problem.id, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return { problem, proofs: proofs[problem.id] ?? [], statement: read('statement.md'), cases: read('cases.json') };
}

/** In the sources, or built. */
const hasProblem = (name: string): boolean =>
  ['problem.ts', 'problem.js'].some((file) => existsSync(join(folder, name, file)));

/** Folders that no list names, and names without a folder. */
function unlisted(): Finding[] {
  const ids = problems.map(({ id }) => id);
  const folders = readdirSync(folder).filter(hasProblem);
  const mend = `add it to ${listText} and problems/proofs.ts, and build`;
  return [
    ...folders.filter((id) => !ids.includes(id)).map((id) => fault(id, `${listText} does not list it`, mend)),
    ...ids
      .filter((id) => !folders.includes(id))
      .map((id) => fault(id, `there is no folder problems/${id}`, 'name it as its id')),
  ];
}

const fault = (problem: string, says: string, mend: string): Finding => ({ problem, level: 'error', says, mend });

function reportOf(id: string, found: readonly Finding[]): string {
  const wrong = found.some(({ level }) => level === 'error');
  const lines = found.map(
    ({ level, says, mend }) => `      ${level === 'note' ? 'note: ' : ''}${says}${mend && `; ${mend}`}`,
  );
  return [`${wrong ? 'WRONG' : 'ok   '} ${id}`, ...lines].join('\n');
}
