import type { Entry, EntryOf } from '../../records/adjustments.ts';
import { pointsOf } from './decide.ts';
import type { AnswerGroup, Group, Member, NameGroup, ProblemGroup } from './groups.ts';

/** About how many papers of a group somebody has decided. */
export function decidedIn(group: Group, entries: readonly Entry[]): number {
  if (group.kind === 'name' || group.kind === 'problem')
    return entries.some((one) => one.kind === 'name' && one.name === group.name && isAbout(one, group))
      ? group.members.length
      : 0;
  if (group.kind === 'paper')
    return group.members.filter(({ student, submission }) =>
      entries.some(
        (one) => one.kind === 'reviewed' && one.student === student && (one.submission ?? submission) === submission,
      ),
    ).length;
  return group.members.filter((member) => decisionAt(group, member, entries)).length;
}

const isAbout = ({ problem, field }: EntryOf<'name'>, group: NameGroup | ProblemGroup): boolean =>
  group.kind === 'name' ? problem === group.problem.id && field !== undefined : field === undefined;

/** The last points that somebody gave a line of this group. */
export const decisionAt = ({ problem, mark }: AnswerGroup, { student }: Member, entries: readonly Entry[]) =>
  pointsOf(entries, { student, problem: problem.id, field: mark.field });
