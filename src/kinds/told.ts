import type { Shown } from '../exact/agreement.ts';
import type { Judgement } from '../judging/judgement.ts';
import type { Slip } from '../records/result.ts';
import type { Explanation } from '../slips/explain.ts';
import { english } from '../working/message.ts';
import { atPlaces } from './values.ts';
import type { Wordable } from './wordable.ts';

export const mostReadings = 3;

/** The slips that a proved one cannot be told from by the number alone, the likeliest first. */
export function readings([first, ...others]: readonly Explanation[]): readonly Explanation[] {
  return first ? [first, ...others.filter(({ share }) => share > 0.02)] : [];
}

/** The explanations worth listing: those that chance does not beat. */
export function slips({ judgement, shown }: Wordable): Slip[] {
  const { explanations = [] } = judgement.explained ?? {};
  const told = toldOf(judgement);
  return explanations
    .filter(({ bits }) => bits >= 0)
    .slice(0, 6)
    .map((one) => ({ ...slipOf(one, shown), ...(told.includes(one) && { told: true }) }));
}

/** Those that the sentence of the line names. */
function toldOf({ verdict, remarks, explained }: Judgement): readonly Explanation[] {
  const all = explained?.explanations ?? [];
  return verdict === 'slip' && !remarks.includes('repaired') ? readings(all).slice(0, mostReadings) : all.slice(0, 1);
}

const slipOf = ({ kind, step, bits, wording, formula, value }: Explanation, shown: Shown): Slip => ({
  kind,
  step,
  evidence: bits.toFixed(1),
  says: english(wording.says),
  ...(formula && { formula }),
  value: atPlaces(value, shown.places),
  hint: wording.hint,
  check: wording.check,
});
