import type { Judgement, Remark } from '../judging/judgement.ts';
import { type Message, sentences } from '../working/message.ts';
import type { MarkingPolicy, Outcome } from './kind.ts';

/** The share of its points that a line earns by its judgement alone. */
export function earned({ verdict, remarks }: Judgement, { degenerate, roundingShare }: MarkingPolicy): number {
  if (verdict === 'rounding') return roundingShare;
  if (remarks.includes('degenerate') && degenerate === 'no-points') return 0;
  if (remarks.includes('charged-here') || remarks.includes('no-order')) return 0;
  return verdict === 'correct' || verdict === 'carried' ? 1 : 0;
}

/** Does a person decide the points of a line, because it is no proof that the student can work it, nor that he cannot? */
export const isUndecided = ({ remarks }: Judgement, { degenerate }: MarkingPolicy): boolean =>
  remarks.includes('no-order') ||
  remarks.includes('one-digit') ||
  (remarks.includes('degenerate') && degenerate === 'no-points');

const whyUndecided: Readonly<Partial<Record<Remark, string>>> = {
  'no-order':
    'It lies within what rounding on the way can give, but no order of rounding that we tried gives these digits.',
  'one-digit': 'It agrees as far as it goes, but one digit agrees with too many values; more were asked for.',
};

/** What takes the place of its verdict where a person decides; `text` is what is said of it otherwise. */
export function undecided(judgement: Judgement, policy: MarkingPolicy, text: Message | undefined): Partial<Outcome> {
  if (!isUndecided(judgement, policy)) return {};
  const why = judgement.remarks.map((remark) => whyUndecided[remark]).find((one) => one !== undefined);
  return { verdict: 'review', earns: 0, waits: 1, says: sentences(why ?? text, 'A person decides its points.') };
}
