import type { LoadedAssignment, LoadedProblem } from '../../marking/assignment.ts';
import { schemas } from '../../records/schemas.ts';
import { fieldsOf } from '../problem-list.ts';

/** The schema of submissions to one assignment: the common one, with the names of its problems and fields. */
export function assignmentSchema(assignment: LoadedAssignment): object {
  const { $schema, type, required, properties, $defs } = schemas.submission;
  const problems = assignment.problems.map((problem) => [problem.id, problemSchema(problem)]);
  return {
    $schema,
    title: assignment.title,
    type,
    required,
    additionalProperties: false,
    properties: {
      ...properties,
      assignment: { const: assignment.id },
      answers: { ...properties.answers, properties: Object.fromEntries(problems), additionalProperties: false },
    },
    $defs: { value: $defs.value, place: $defs.place },
  };
}

function problemSchema({ title, problem, working }: LoadedProblem): object {
  const fields = fieldsOf(problem, working).map(({ name, words, asked }) => {
    const description = [words, asked ? 'asked for' : 'a step on the way'].filter(Boolean).join(': ');
    return [name, { description, $ref: '#/$defs/value' }];
  });
  return { type: 'object', description: title, properties: Object.fromEntries(fields), additionalProperties: false };
}
