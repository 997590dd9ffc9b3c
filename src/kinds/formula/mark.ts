import type { Comparison } from '../../formulas/compare.ts';
import type { Slip } from '../../records/result.ts';
import type { Outcome } from '../kind.ts';

/** What a formula deserves by how it compares with the right one; `slips` are looked for only where it is wrong. */
export function judged(comparison: Comparison, slips: () => readonly Slip[]): Omit<Outcome, 'read'> {
  if (comparison.kind === 'equal') return { verdict: 'correct', earns: 1 };
  if (comparison.kind === 'undecided')
    return review(`Whether this is the right formula could not be decided: ${comparison.why}; a person will look.`);
  if (comparison.kind === 'domain') {
    const where =
      comparison.missing === 'yours'
        ? 'yours has no value where the right one has'
        : 'yours has a value where the right one has none';
    return review(
      `The formulas are equal wherever both have a value, but ${where}, as at ${comparison.at}; a person will look.`,
    );
  }
  const differ =
    comparison.kind === 'shape' ? `The shapes do not fit: ${comparison.says}.` : differenceText(comparison);
  const found = slips();
  const [first] = found;
  if (!first) return { verdict: 'wrong', earns: 0, says: differ };
  return { verdict: 'slip', earns: 0, says: `${first.says} ${differ}`, slips: [...found] };
}

const review = (says: string): Omit<Outcome, 'read'> => ({ verdict: 'review', earns: 0, waits: 1, says });

/** Where two formulas differ, with numbers. */
export function differenceText({ at, yours, right }: Extract<Comparison, { kind: 'different' }>): string {
  if (at === undefined) return 'The two formulas differ.';
  return `The two formulas differ: at ${at} yours gives ${yours}, and the right one ${right}.`;
}
