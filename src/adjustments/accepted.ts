import type { Adjustments } from '../records/adjustments.ts';
import type { Assignment } from '../records/assignment.ts';

type Problem = Assignment['problems'][number];

/**
 * The assignment with the names and conventions that were accepted while it was graded. They are part of the key, so
 * papers that were graded without them are graded again.
 */
export function withAccepted(assignment: Assignment, { entries }: Pick<Adjustments, 'entries'>): Assignment {
  return { ...assignment, problems: assignment.problems.map((problem) => acceptedIn(problem, entries)) };
}

function acceptedIn(problem: Problem, entries: Adjustments['entries']): Problem {
  const own = entries.filter((entry) => 'problem' in entry && entry.problem === (problem.as ?? problem.problem));
  const named = own.filter((entry) => entry.kind === 'name');
  const names = named.flatMap(({ name, field }) => (field === undefined ? [] : [[name, field] as const]));
  const called = named.flatMap(({ name, field }) => (field === undefined ? [name] : []));
  const more = own.flatMap((entry) => (entry.kind === 'convention' ? [entry.convention] : []));
  return {
    ...problem,
    ...(names.length > 0 && { names: { ...problem.names, ...Object.fromEntries(names) } }),
    ...(called.length > 0 && { alsoCalled: [...new Set([...(problem.alsoCalled ?? []), ...called])] }),
    ...(more.length > 0 && { alsoAccepted: [...new Set([...(problem.alsoAccepted ?? []), ...more])] }),
  };
}
