import { Decimal } from '../exact/decimal.ts';
import type { Entry, EntryOf, MachineSaid } from '../records/adjustments.ts';
import type { Comment, Decision } from '../records/decisions.ts';
import type { Mark, ProblemResult } from '../records/result.ts';
import { last } from './book.ts';
import { pointsText, sum } from './decimal.ts';
import { type Stale, whyStale } from './stale.ts';

type Points = EntryOf<'points'>;

export const decisionOf = ({ by, at, why }: Entry): Decision => ({ by, at, ...(why !== undefined && { why }) });

/** The comments on the paper (no problem named), on a problem, or on a line. */
export function commentsOf(entries: readonly Entry[], problem?: string, field?: string): { comments?: Comment[] } {
  const comments = entries.flatMap((entry) =>
    entry.kind === 'comment' && entry.problem === problem && entry.field === field
      ? [{ text: entry.text, by: entry.by, at: entry.at }]
      : [],
  );
  return comments.length > 0 ? { comments } : {};
}

/** A problem by what people decided about it. `stale` takes what no longer applies. */
export function adjustedProblem(problem: ProblemResult, entries: readonly Entry[], stale: Stale): ProblemResult {
  const own = entries.filter((entry) => 'problem' in entry && entry.problem === problem.id);
  if (own.length === 0) return problem;
  const marks = problem.marks.map((mark) => adjustedMark(problem.id, mark, own, stale));
  const machine = { score: problem.score, outOf: problem.outOf, waiting: problem.waiting };
  const whole = last(own, 'points', ({ field }) => field === undefined);
  const set = whole && applies(whole, { points: machine.score, outOf: machine.outOf }, stale) ? whole : undefined;
  const excused = last(own, 'excused');
  const comments = commentsOf(own, problem.id);
  const points = excused
    ? nothing
    : set
      ? { score: pointsText(new Decimal(set.points)), waiting: '0' }
      : moved(machine, problem.marks, marks);
  const isChanged = excused || set || marks.some(({ adjusted }) => adjusted);
  return {
    ...problem,
    ...(isChanged && { ...points, machine }),
    ...(set && { adjusted: decisionOf(set) }),
    ...(excused && { excused: decisionOf(excused) }),
    ...comments,
    marks,
  };
}

const nothing = { score: '0', outOf: '0', waiting: '0' };

/** The machine's totals are of unrounded points, so what changed is added to them. */
function moved(machine: { score: string; waiting: string }, before: readonly Mark[], after: readonly Mark[]) {
  const change = (of: (mark: Mark) => string): Decimal => sum(after.map(of)).minus(sum(before.map(of)));
  return {
    score: pointsText(change(({ points }) => points).plus(machine.score)),
    waiting: pointsText(change(({ waiting = '0' }) => waiting).plus(machine.waiting)),
  };
}

function adjustedMark(problem: string, mark: Mark, entries: readonly Entry[], stale: Stale): Mark {
  const comments = commentsOf(entries, problem, mark.field);
  const entry = last(entries, 'points', ({ field }) => field === mark.field);
  if (!entry || !applies(entry, mark, stale)) return { ...mark, ...comments };
  const { waiting, ...rest } = mark;
  const machine = { points: mark.points, ...(waiting !== undefined && { waiting }) };
  return { ...rest, points: pointsText(new Decimal(entry.points)), machine, adjusted: decisionOf(entry), ...comments };
}

function applies(entry: Points, now: MachineSaid & { outOf: string }, stale: Stale): boolean {
  const reason = whyStale(entry, now);
  if (reason !== undefined) stale(entry, reason);
  return reason === undefined;
}
