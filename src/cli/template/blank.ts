import { givensOf, type LoadedAssignment } from '../../marking/assignment.ts';
import { fieldsOf } from '../problem-list.ts';

/** A submission with every field and no answer; where every student has other numbers, with those. */
export function blank({ id, problems, variants }: LoadedAssignment, student: string, $schema: string): string {
  const answers = problems.map((problem) => {
    const fields = fieldsOf(problem.problem, problem.working).map(({ name }) => [name, '']);
    return [problem.id, Object.fromEntries(fields)];
  });
  const givens = Object.fromEntries(problems.map((problem) => [problem.id, givensOf(problem)]));
  const set = variants && { givens };
  return JSON.stringify({ $schema, assignment: id, student, ...set, answers: Object.fromEntries(answers) }, null, 2);
}
