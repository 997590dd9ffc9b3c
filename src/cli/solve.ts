import { type SolvedLine, solutionOf } from '../derived/solution.ts';
import { fieldsOf, kindOf } from '../kinds/index.ts';
import { roundingText } from '../marking/rounding.ts';
import { readGivens } from '../records/assignment.ts';
import { complaintText } from '../records/complaint.ts';
import type { Givens } from '../working/given.ts';
import type { Problem, Working } from '../working/problem.ts';
import { type ExitCode, exit, Stop } from './exit.ts';
import { type CourseOptions, openCatalogue } from './open-catalogue.ts';
import { problemAsSet } from './problem-as-set.ts';
import { problemOf } from './problem-list.ts';
import { readBytes } from './read.ts';
import { print } from './talk.ts';

export interface SolveOptions extends CourseOptions {
  readonly problem: string;
  readonly givens?: string | undefined;
  readonly assignment?: string | undefined;
  readonly student?: string | undefined;
  readonly json: boolean;
}

/** `gradcheck solve`: the worked solution, line by line. */
export async function solve(options: SolveOptions): Promise<ExitCode> {
  const { problem, title, working } = await workedBy(options);
  const lines = solutionOf(working);
  const givens = { ...problem.givens, ...Object.fromEntries(working.givens) };
  const text = JSON.stringify({ problem: problem.id, title, givens, lines }, null, 2);
  print(options.json ? text : solutionText(title, working, lines));
  return exit.done;
}

interface Worked {
  readonly problem: Problem;
  readonly title: string;
  readonly working: Working;
}

/** By the problem's own givens, those of a file, or those of an assignment and its student. */
async function workedBy({ problem: id, givens, assignment, student, config }: SolveOptions): Promise<Worked> {
  const catalogue = await openCatalogue({ config });
  if (assignment === undefined) {
    if (student !== undefined) throw new Stop(exit.usage, 'of which assignment? Say it with --assignment');
    const problem = await problemOf(catalogue, id);
    const { title } = problem;
    return { problem, title, working: workOf(problem, givens === undefined ? {} : givensIn(givens)) };
  }
  if (givens !== undefined) throw new Stop(exit.usage, 'say --givens or --assignment, not both');
  return problemAsSet(catalogue, { id, assignment, student });
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

function solutionText(title: string, working: Working, lines: readonly SolvedLine[]): string {
  const givens = [...working.givens].map(([name, value]) => `${name} = ${value}`).join(', ');
  const wide = Math.max(0, ...lines.map(({ name }) => name.length));
  const blank = ' '.repeat(wide);
  const worked = lines.map(({ name, words, formula, worked, value }) =>
    [
      `${name.padEnd(wide)} = ${formula}${words ? `    (${words})` : ''}`,
      `${blank} = ${worked}`,
      `${blank} = ${value}`,
    ].join('\n'),
  );
  const given = givens === '' ? [] : [roundingText(working.rounding), `Given: ${givens}`];
  return [title, ...given, ...worked, ...answersText(working), ...unworkedText(working)].join('\n\n');
}

/** The fields whose answers nobody can work out, and what becomes of them. */
function unworkedText(working: Working): string[] {
  const fields = fieldsOf(working).filter((field) => kindOf(field).about(field, working).expected === undefined);
  const names = (list: typeof fields): string => list.map(({ name }) => name).join(', ');
  const [read, own] = [fields.filter(({ kind }) => kind === 'person'), fields.filter(({ kind }) => kind !== 'person')];
  return [
    ...(own.length > 0
      ? [
          `No one solution for ${names(own)}: what a student chose or measured is held against itself, the rest of the paper and what is known of such runs.`,
        ]
      : []),
    ...(read.length > 0 ? [`No worked solution for ${names(read)}: a person marks it.`] : []),
  ];
}

/** The right answers of the fields that are no lines, as far as they have one. */
function answersText(working: Working): string[] {
  const declared = fieldsOf(working).filter(({ kind }) => kind !== 'number');
  return declared.flatMap((field) => {
    const { expected, name } = kindOf(field).about(field, working);
    return expected === undefined ? [] : [`${field.name} = ${expected}${name ? `    (${name})` : ''}`];
  });
}
