import { fieldsOf } from '../kinds/index.ts';
import { didYouMean, nearest } from '../records/nearest.ts';
import type { Result } from '../records/result.ts';
import type { Submission } from '../records/submission.ts';
import type { Working } from '../working/problem.ts';

type Strangers = NonNullable<Result['unknown']>;

/** A problem as an assignment sets it, with the other names that are accepted for it and its fields. */
interface Names {
  readonly id: string;
  readonly set: { readonly alsoCalled?: readonly string[]; readonly names?: Readonly<Record<string, string>> };
}

interface SetProblem extends Names {
  readonly working: Working;
}

/** Throws a plain `Error` where another name that is accepted for a problem is another problem's. */
export function checkProblemNames(problems: readonly Names[]): void {
  const known = new Map(problems.map(({ id }) => [id, id]));
  for (const { id, set } of problems)
    for (const name of set.alsoCalled ?? []) {
      const other = known.get(name) ?? id;
      if (other !== id) throw new Error(`problem "${id}": "${name}" stands for "${other}", so it cannot stand for it`);
      known.set(name, id);
    }
}

/**
 * The paper with its answers under the problems' own names. A problem that was answered under its own name keeps that
 * answer; of two other names for one problem neither can be taken.
 */
export function underOwnProblems(submission: Submission, problems: readonly Names[]): Submission {
  const pairs = problems.flatMap(({ id, set }) => {
    const used = (set.alsoCalled ?? []).filter((name) => name !== id && Object.hasOwn(submission.answers, name));
    return used.length === 1 && !Object.hasOwn(submission.answers, id) ? [[used[0] ?? id, id] as const] : [];
  });
  if (pairs.length === 0) return submission;
  const own = new Map(pairs);
  const { where, givens } = submission;
  return {
    ...submission,
    answers: keyed(submission.answers, own),
    ...(where && { where: keyed(where, own) }),
    ...(givens && { givens: keyed(givens, own) }),
  };
}

/** The object with other keys, without a prototype, because students chose the keys. */
const keyed = <T>(object: Readonly<Record<string, T>>, own: ReadonlyMap<string, string>): Record<string, T> =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(object).map(([name, value]) => [own.get(name) ?? name, value])),
  );

/** The names in a paper for which no problem is set, each with the problems that are likely meant. */
export function strangersIn({ answers }: Submission, problems: readonly SetProblem[]): Strangers {
  const ids = problems.map(({ id }) => id);
  return Object.entries(answers)
    .filter(([name]) => !ids.includes(name))
    .map(([problem, fields]) => {
      const likely = likelyProblems(problem, Object.keys(fields), problems, answers);
      const mend = didYouMean(problem, likely.length > 0 ? likely : ids);
      return { problem, likely, says: `this assignment sets no problem "${problem}"; ${mend}` };
    });
}

/**
 * Of the problems without answers that whose name is nearest, else the only one that has a word of the name, else those
 * that have most of the fields, else all.
 */
function likelyProblems(
  name: string,
  fields: readonly string[],
  problems: readonly SetProblem[],
  answers: Submission['answers'],
): string[] {
  const open = problems.filter(({ id }) => !Object.hasOwn(answers, id));
  const ids = open.map(({ id }) => id);
  const alike = ids.filter((id) => wordsOf(id).some((word) => wordsOf(name).includes(word)));
  const near = nearest(name, ids) ?? (alike.length === 1 ? alike[0] : undefined);
  if (near !== undefined) return [near];
  const known = problems.map((one) => ({ one, count: fields.filter((field) => has(one, field)).length }));
  const most = Math.max(0, ...known.map(({ count }) => count));
  return known.filter(({ one, count }) => count === most && open.includes(one)).map(({ one }) => one.id);
}

const has = ({ working, set }: SetProblem, field: string): boolean =>
  fieldsOf(working).some(({ name }) => name === field) || Object.hasOwn(set.names ?? {}, field);

const wordsOf = (name: string): string[] =>
  name
    .slice(0, 100)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
