import { shownPath } from '../collections/author-fault.ts';
import { type Catalogue, problemsOf, unknownName } from '../collections/catalogue.ts';
import { type LoadedAssignment, loadAssignment } from '../marking/assignment.ts';
import { type Assignment, type AssignmentReading, readAssignment } from '../records/assignment.ts';
import { complaintText } from '../records/complaint.ts';
import { exit, Stop } from './exit.ts';
import { readBytes } from './read.ts';
import { talk } from './talk.ts';

/** An assignment by its id or by a path to its file. */
export function assignmentOf(catalogue: Catalogue, named: string): Assignment {
  const reading = readFile(catalogue, /[\\/]|\.json$/.test(named) ? named : fileCalled(catalogue, named));
  if (!reading.ok) throw new Stop(exit.usage, complaintsText(reading));
  return reading.assignment;
}

/** Every assignment that a submission may name. A file that cannot be used is told of, and costs no other. */
export function everyAssignment(catalogue: Catalogue): Assignment[] {
  const found = new Map<string, Assignment>();
  const twice = new Set<string>();
  for (const path of [...catalogue.assignments.values()].flat()) {
    const reading = readFile(catalogue, path);
    if (!reading.ok) talk(`${complaintsText(reading)}\nWhat is handed in for this assignment cannot be graded.`);
    else if (found.has(reading.assignment.id)) twice.add(reading.assignment.id);
    else found.set(reading.assignment.id, reading.assignment);
  }
  for (const id of twice) {
    talk(`Two assignments have the id "${id}": give one another id, or name its file with --assignment.`);
    found.delete(id);
  }
  return [...found.values()];
}

/** The file of this name, else the one whose assignment has this id. */
function fileCalled(catalogue: Catalogue, named: string): string {
  const paths = catalogue.assignments.get(named) ?? filesOfId(catalogue, named);
  const [first, second] = paths;
  if (first && second)
    throw new Stop(
      exit.usage,
      `two assignments are called "${named}": ${paths.map(shownPath).join(' and ')}; name one by its path`,
    );
  if (first) return first;
  const says = unknownName('assignment', named, [...catalogue.assignments.keys()].sort(), catalogue);
  throw new Stop(exit.usage, `${says} A file is named by its path: ./${named}.json`);
}

const filesOfId = (catalogue: Catalogue, id: string): string[] =>
  [...catalogue.assignments.values()].flat().filter((path) => {
    const reading = readFile(catalogue, path);
    return reading.ok && reading.assignment.id === id;
  });

function readFile(catalogue: Catalogue, path: string): AssignmentReading {
  const bytes = readBytes(path);
  if (!bytes.ok) return { ok: false, complaints: [bytes.complaint] };
  return readAssignment(bytes.bytes, shownPath(path), catalogue.ids);
}

const complaintsText = ({ complaints }: Extract<AssignmentReading, { ok: false }>): string =>
  complaints.map(complaintText).join('\n');

/** The assignment with its problems in place, ready to mark. */
export async function loaded(catalogue: Catalogue, assignment: Assignment): Promise<LoadedAssignment> {
  const problems = await problemsOf(
    catalogue,
    assignment.problems.map(({ problem }) => problem),
  );
  try {
    return loadAssignment(assignment, problems);
  } catch (error) {
    throw new Stop(exit.usage, `assignment "${assignment.id}": ${(error as Error).message}`);
  }
}

/** The assignments that a submission may name, each with the keys of its problems. */
export const knownProblems = (assignments: readonly Assignment[]): Map<string, string[]> =>
  new Map(
    assignments.map(({ id, problems: set }) => [
      id,
      set.flatMap(({ as, problem, alsoCalled = [] }) => [as ?? problem, ...alsoCalled]),
    ]),
  );
