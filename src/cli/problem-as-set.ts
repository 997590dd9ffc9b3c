import type { Catalogue } from '../collections/catalogue.ts';
import { forStudent, type LoadedProblem } from '../marking/assignment.ts';
import { assignmentOf, loaded } from './assignments.ts';
import { exit, Stop } from './exit.ts';
import { entryOf } from './problem-list.ts';

/** A problem, and by whose numbers. */
interface SetBy {
  readonly id: string;
  readonly assignment?: string | undefined;
  readonly student?: string | undefined;
}

/** With its own givens, those of an assignment, or a student's. */
export async function problemAsSet(catalogue: Catalogue, { id, assignment, student }: SetBy): Promise<LoadedProblem> {
  if (assignment === undefined) {
    const alone = { id, title: id, problems: [{ problem: entryOf(catalogue, id).id }] };
    return (await loaded(catalogue, alone)).problems[0] as LoadedProblem;
  }
  const all = await loaded(catalogue, assignmentOf(catalogue, assignment));
  if (all.variants && student === undefined)
    throw new Stop(exit.usage, 'every student has other numbers here; say whose with --student');
  const own = student === undefined ? all : forStudent(all, student);
  const found = own.problems.find((one) => one.id === id || one.problem.id === id);
  if (!found) throw new Stop(exit.usage, `the assignment "${all.id}" does not set "${id}"`);
  return found;
}
