import type { Entry, EntryOf } from '../../records/adjustments.ts';
import type { AnswerGroup, Group } from './groups.ts';

/** What a person decided about a group, or those papers of it that were not left out. */
export interface Decision {
  readonly group: string;
  readonly action: 'points' | 'comment' | 'name' | 'reviewed';
  readonly students: readonly string[];
  /** For `points`: text such as "0.5". */
  readonly points?: string;
  /** Why, or the comment. */
  readonly text: string;
  /** For `name`: the field, or the problem, that is meant. */
  readonly field?: string;
  /** By student, when the decision was made that the page knew of; those of others since are not written over. */
  readonly known: Readonly<Record<string, string>>;
  /** Decides again what somebody else has decided since. */
  readonly overrule?: boolean;
}

/** Somebody else has decided about a paper since the page was made. */
export interface Overtaken {
  readonly student: string;
  readonly by: string;
  readonly at: string;
  readonly points: string;
}

export interface Decided {
  /** When, which names the decision where it is taken back. */
  readonly at: string;
  /** How many entries were written. */
  readonly written: number;
  readonly overtaken: readonly Overtaken[];
}

/** The last points that a person set for a line. */
export const pointsOf = (
  entries: readonly Entry[],
  { student, problem, field }: { readonly student: string; readonly problem: string; readonly field: string },
): EntryOf<'points'> | undefined => lastPoints(entries).get(placeOf(student, problem, field));

type PointsEntry = Extract<Entry, { kind: 'points' }> & EntryOf<'points'>;

const indexed = new WeakMap<readonly Entry[], ReadonlyMap<string, PointsEntry>>();

/** By their place: a class has as many decisions as lines, and each line asks. */
function lastPoints(entries: readonly Entry[]): ReadonlyMap<string, PointsEntry> {
  const known =
    indexed.get(entries) ??
    new Map(
      entries.flatMap((entry) =>
        entry.kind === 'points' && entry.field !== undefined
          ? [[placeOf(entry.student, entry.problem, entry.field), entry as PointsEntry] as const]
          : [],
      ),
    );
  indexed.set(entries, known);
  return known;
}

const placeOf = (...parts: readonly string[]): string => JSON.stringify(parts);

interface Signed {
  readonly by: string;
  readonly at: string;
}

/** The entries that say what was decided. What somebody else decided since is left as it is, and told. */
export function decide(
  decision: Decision,
  group: Group,
  signed: Signed,
): (entries: readonly Entry[]) => { readonly entries: readonly Entry[]; readonly outcome: Decided } {
  return (entries) => {
    const overtaken = overtakenIn(entries, decision, group);
    const open = decision.students.filter((student) => !overtaken.some((one) => one.student === student));
    const written = entriesOf({ ...decision, students: open }, group, signed);
    return { entries: [...entries, ...written], outcome: { at: signed.at, written: written.length, overtaken } };
  };
}

function overtakenIn(
  entries: readonly Entry[],
  { action, students, known, overrule }: Decision,
  group: Group,
): Overtaken[] {
  if (group.kind !== 'answer' || action !== 'points' || overrule) return [];
  return students.flatMap((student) => {
    const last = pointsOf(entries, { student, problem: group.problem.id, field: group.mark.field });
    if (!last || known[student] === last.at) return [];
    return [{ student, by: last.by, at: last.at, points: last.points }];
  });
}

function entriesOf(decision: Decision, group: Group, signed: Signed): Entry[] {
  const { action, students, text: why, field = '' } = decision;
  if (action === 'name' && group.kind === 'name')
    return students.length === 0
      ? []
      : [{ kind: 'name', problem: group.problem.id, name: group.name, field, ...signed, ...(why && { why }) }];
  if (action === 'name' && group.kind === 'problem')
    return students.length === 0
      ? []
      : [{ kind: 'name', problem: field, name: group.name, ...signed, ...(why && { why }) }];
  if (action === 'reviewed' && group.kind === 'paper')
    return group.members
      .filter(({ student }) => students.includes(student))
      .map(({ student, submission }) => ({ kind: 'reviewed', student, submission, ...signed, why }));
  if (group.kind !== 'answer') return [];
  const { problem, mark } = group;
  const place = { problem: problem.id, field: mark.field };
  if (action === 'comment')
    return students.map((student) => ({ kind: 'comment', student, ...place, text: why, ...signed }));
  return students.map((student) => pointsEntry(decision, group, student, signed));
}

function pointsEntry(
  { points = '0', text: why }: Decision,
  { problem, mark }: AnswerGroup,
  student: string,
  signed: Signed,
): Entry {
  const machine = { points: mark.points, verdict: mark.verdict, given: mark.given ?? '' };
  return { kind: 'points', student, problem: problem.id, field: mark.field, points, machine, ...signed, why };
}

/** Takes back what somebody decided at a moment, where it still stands; gives how many entries were. */
export const undo =
  ({ by, at }: Signed) =>
  (entries: readonly Entry[]): { readonly entries: readonly Entry[]; readonly outcome: number } => {
    const left = entries.filter((entry) => entry.by !== by || entry.at !== at);
    return { entries: left, outcome: entries.length - left.length };
  };
