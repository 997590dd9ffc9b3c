import { type Mark, proved, type Slip, type SlipKind } from '../records/result.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';

/** By kind of slip the share of the points that a proved one keeps. */
export type SlipShares = Readonly<Partial<Record<SlipKind, number>>>;

/** The mark with what a proved slip keeps by the policy of the assignment. */
export function withSlipShare(scored: Scored, shares: SlipShares): Scored {
  const { mark, points, waiting } = scored;
  if (mark.verdict !== 'slip' || points > 0 || waiting > 0 || Number(mark.outOf) === 0) return scored;
  const share = shareOf(mark, shares);
  if (share === 0) return scored;
  const kept = Number(mark.outOf) * share;
  const note = `A slip of this kind keeps ${pointsText(share * 100)} % of the points in this assignment.`;
  return { ...scored, points: kept, mark: { ...mark, points: pointsText(kept), notes: [...(mark.notes ?? []), note] } };
}

/** Of several slips that the digits cannot tell apart the one that keeps least. */
function shareOf({ slips = [] }: Mark, shares: SlipShares): number {
  const sure = slips.filter(({ evidence }) => Number(evidence) >= proved);
  const all: readonly Slip[] = sure.length > 0 ? sure : slips;
  return all.length === 0 ? 0 : Math.min(...all.map(({ kind }) => shares[kind] ?? 0));
}
