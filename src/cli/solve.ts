import { type SolvedLine, solutionOf } from '../derived/solution.ts';
import { roundingText } from '../marking/rounding.ts';
import { readGivens } from '../records/assignment.ts';
import { complaintText } from '../records/complaint.ts';
import type { Givens } from '../working/given.ts';
import type { Problem, Working } from '../working/problem.ts';
import { type ExitCode, exit, Stop } from './exit.ts';
import { type CourseOptions, openCatalogue } from './open-catalogue.ts';
import { problemOf } from './problem-list.ts';
import { readBytes } from './read.ts';
import { print } from './talk.ts';

export interface SolveOptions extends CourseOptions {
  readonly problem: string;
  readonly givens?: string | undefined;
  readonly json: boolean;
}

/** `gradcheck solve`: the worked solution, line by line. */
export async function solve({ problem: id, givens: path, json, config }: SolveOptions): Promise<ExitCode> {
  const problem = await problemOf(await openCatalogue({ config }), id);
  const working = workOf(problem, path === undefined ? {} : givensIn(path));
  const lines = solutionOf(working);
  const givens = { ...problem.givens, ...Object.fromEntries(working.givens) };
  const { title } = problem;
  print(json ? JSON.stringify({ problem: id, title, givens, lines }, null, 2) : solutionText(problem, working, lines));
  return exit.done;
}

function givensIn(path: string): Givens {
  const bytes = readBytes(path);
  const reading = bytes.ok ? readGivens(bytes.bytes, path) : { ok: false as const, complaints: [bytes.complaint] };
  if (!reading.ok) throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
  return reading.givens;
}

function workOf(problem: Problem, givens: Givens): Working {
  try {
    return problem.work({ ...problem.givens, ...givens });
  } catch (error) {
    throw new Stop(exit.usage, `${problem.id}: ${(error as Error).message}`);
  }
}

function solutionText({ title }: Problem, working: Working, lines: readonly SolvedLine[]): string {
  const givens = [...working.givens].map(([name, value]) => `${name} = ${value}`).join(', ');
  const wide = Math.max(...lines.map(({ name }) => name.length));
  const blank = ' '.repeat(wide);
  const worked = lines.map(({ name, words, formula, worked, value }) =>
    [
      `${name.padEnd(wide)} = ${formula}${words ? `    (${words})` : ''}`,
      `${blank} = ${worked}`,
      `${blank} = ${value}`,
    ].join('\n'),
  );
  return [title, roundingText(working.rounding), `Given: ${givens}`, ...worked].join('\n\n');
}
