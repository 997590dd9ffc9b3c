import type { Mark, ProblemResult, Result } from '../../records/result.ts';
import { isMarked } from './papers.ts';

/** A line of somebody's paper that is decided together with equal ones. */
export interface Member {
  readonly student: string;
  readonly mark: Mark;
}

/** Equal answers to one field, about which the machine said the same. */
export interface AnswerGroup {
  readonly kind: 'answer';
  readonly id: string;
  readonly problem: ProblemResult;
  readonly mark: Mark;
  readonly members: readonly Member[];
  /** How many papers have a wrong answer to this field, of whatever kind. */
  readonly wrong: number;
}

/** A name that is no field, and the papers that use it. */
export interface NameGroup {
  readonly kind: 'name';
  readonly id: string;
  readonly problem: ProblemResult;
  readonly name: string;
  readonly says: string;
  /** The fields that are likely meant. */
  readonly likely: readonly string[];
  readonly members: readonly { readonly student: string; readonly given: string }[];
}

/** A name for which no problem is set, and the papers that have answers under it. */
export interface ProblemGroup {
  readonly kind: 'problem';
  readonly id: string;
  readonly name: string;
  readonly says: string;
  /** The problems that are set, those first that are likely meant. */
  readonly problems: readonly string[];
  readonly members: readonly { readonly student: string }[];
}

/** Papers that wait for a person as a whole, for the same reason. */
export interface PaperGroup {
  readonly kind: 'paper';
  readonly id: string;
  readonly says: string;
  readonly members: readonly { readonly student: string; readonly submission: string }[];
}

export type Group = AnswerGroup | NameGroup | ProblemGroup | PaperGroup;

/** Everything that a person may want to decide, equal things once: the papers as the machine left them. */
export function groupsOf(results: readonly Result[]): Group[] {
  const groups = new Map<string, Group & { members: unknown[] }>();
  const add = (group: Group): void => {
    const known = groups.get(group.id);
    if (known) known.members.push(...group.members);
    else groups.set(group.id, { ...group, members: [...group.members] } as Group & { members: unknown[] });
  };
  for (const result of results) for (const group of ofPaper(result)) add(group);
  return withWrong([...groups.values()] as Group[]);
}

const lineOf = ({ problem, mark }: AnswerGroup): string => JSON.stringify([problem.id, mark.field]);

/** With how many papers are wrong in the line of each group. */
function withWrong(groups: readonly Group[]): Group[] {
  const wrong = new Map<string, number>();
  for (const group of groups)
    if (group.kind === 'answer' && (group.mark.verdict === 'wrong' || group.mark.verdict === 'slip'))
      wrong.set(lineOf(group), (wrong.get(lineOf(group)) ?? 0) + group.members.length);
  return groups.map((group) => (group.kind === 'answer' ? { ...group, wrong: wrong.get(lineOf(group)) ?? 0 } : group));
}

function ofPaper(result: Result): Group[] {
  const { student, submission } = result;
  if (!isMarked(result)) return [];
  const answers = result.problems.flatMap((problem) =>
    problem.marks.map((mark): AnswerGroup => {
      const members = [{ student, mark }];
      return { kind: 'answer', id: answerId(problem, mark), problem, mark, members, wrong: 0 };
    }),
  );
  const names = result.problems.flatMap((problem) =>
    (problem.unknown ?? []).map(({ field, given, likely = [], says }): NameGroup => {
      const members = [{ student, given }];
      return { kind: 'name', id: idOf('name', problem.id, field), problem, name: field, says, likely, members };
    }),
  );
  const ids = result.problems.map(({ id }) => id);
  const problems = (result.unknown ?? []).map(({ problem: name, likely, says }): ProblemGroup => {
    const first = [...likely, ...ids.filter((id) => !likely.includes(id))];
    return { kind: 'problem', id: idOf('problem', name), name, says, problems: first, members: [{ student }] };
  });
  const known = [
    ...result.problems.flatMap(({ id, unknown = [] }) => unknown.map((one) => `/answers/${id}/${one.field}: `)),
    ...(result.unknown ?? []).map(({ problem }) => `/answers/${problem}: `),
  ];
  const messages = (result.messages ?? []).filter(
    (says) => !known.some((place) => says.startsWith(place) || says.includes(` ${place}`)),
  );
  const papers = messages.map((says): PaperGroup => {
    return { kind: 'paper', id: idOf('paper', says), says, members: [{ student, submission }] };
  });
  return [...answers, ...names, ...problems, ...papers];
}

/** What is said of an answer hangs on the rest of the paper, so equal answers with another verdict stand apart. */
const answerId = ({ id }: ProblemResult, { field, given = '', verdict, points, outOf, slips = [] }: Mark): string =>
  idOf('answer', id, field, given, verdict, points, outOf, slips[0]?.kind ?? '', slips[0]?.step ?? '');

const idOf = (...parts: readonly string[]): string => JSON.stringify(parts);
