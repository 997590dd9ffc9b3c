import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problems } from '../../problems/index.ts';
import { type LoadedAssignment, loadAssignment } from '../marking/assignment.ts';
import { type Assignment, readAssignment } from '../records/assignment.ts';
import { complaintText } from '../records/complaint.ts';
import { didYouMean } from '../records/nearest.ts';
import { exit, Stop } from './exit.ts';
import { problemsFolder } from './package-files.ts';
import { readBytes } from './read.ts';

const folder = join(problemsFolder, 'assignments');

/** The ids of the assignments that come with the package. */
export const assignmentIds = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .sort();

/** An assignment by its id or by a path to its file. */
export function assignmentOf(named: string): Assignment {
  const isPath = /[\\/]|\.json$/.test(named);
  const ids = isPath ? [] : assignmentIds();
  if (!isPath && !ids.includes(named)) {
    const mend = didYouMean(named, ids);
    throw new Stop(
      exit.usage,
      `there is no assignment "${named}"; ${mend} A file is named by its path: ./${named}.json`,
    );
  }
  const path = isPath ? named : join(folder, `${named}.json`);
  const bytes = readBytes(path);
  if (!bytes.ok) throw new Stop(exit.usage, complaintText(bytes.complaint));
  const reading = readAssignment(
    bytes.bytes,
    path,
    problems.map(({ id }) => id),
  );
  if (!reading.ok) throw new Stop(exit.usage, reading.complaints.map(complaintText).join('\n'));
  return reading.assignment;
}

/** The assignment with its problems in place, ready to mark. */
export function loaded(assignment: Assignment): LoadedAssignment {
  try {
    return loadAssignment(assignment, problems);
  } catch (error) {
    throw new Stop(exit.usage, `assignment "${assignment.id}": ${(error as Error).message}`);
  }
}

/** The assignments that a submission may name, each with the keys of its problems. */
export const knownProblems = (assignments: readonly Assignment[]): Map<string, string[]> =>
  new Map(assignments.map(({ id, problems: set }) => [id, set.map(({ as, problem }) => as ?? problem)]));
