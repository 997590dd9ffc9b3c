import { Decimal } from '../exact/decimal.ts';
import type { Entry, EntryOf } from '../records/adjustments.ts';
import type { Late } from '../records/decisions.ts';
import { last } from './book.ts';
import { pointsText } from './decimal.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * How late a paper is and what that costs, from the times that were given; the clock has no part in it, so a later run
 * says the same. Undefined where no time or no policy is known, or the paper is not late.
 */
export function lateOf(
  policy: EntryOf<'late-policy'> | undefined,
  entries: readonly Entry[],
  student: string,
  { score, outOf }: { score: string; outOf: string },
): Late | undefined {
  // Of a group's times a member's own counts first.
  const time = (last(entries, 'handed-in', (entry) => entry.student === student) ?? last(entries, 'handed-in'))?.time;
  if (!policy || time === undefined) return undefined;
  const due = Date.parse(policy.due) + (last(entries, 'extension')?.days ?? 0) * day;
  const behind = Date.parse(time) - due;
  if (behind <= (policy.graceMinutes ?? 0) * minute) return undefined;
  const days = Math.ceil(behind / day);
  const free = Math.min(days, policy.freeDays ?? 0);
  const share = Decimal.min(new Decimal(policy.perDay).times(days - free), policy.atMost ?? 1);
  const base = new Decimal(policy.of === 'outOf' ? outOf : score);
  const taken = Decimal.min(base.times(share), score);
  return { handedIn: time, due: new Date(due).toISOString(), days, free, taken: pointsText(taken) };
}

type Cost = Pick<Late, 'days' | 'taken'> | undefined;

/** What lateness costs, in words, where that is another than before. */
export function lateChange(before: Cost, after: Cost): string {
  if (before?.days === after?.days && before?.taken === after?.taken) return '';
  const was = before ? `, ${before.taken} before` : '';
  return after
    ? `${after.days} ${after.days === 1 ? 'day' : 'days'} late: ${after.taken} taken off${was}`
    : 'no longer late';
}
