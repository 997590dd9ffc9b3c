import type { Result } from '../../records/result.ts';
import { waits } from '../verdicts.ts';
import { hardest, isMarked, linkTo, standingOf } from './papers.ts';
import type { Made } from './slips.ts';
import type { ChangesView, Filter, RowView, SlipView } from './view.ts';

/** What the filter of the list knows about the class. */
export interface RowContext {
  readonly problems: readonly string[];
  readonly slips: readonly (SlipView & { readonly key: string })[];
  readonly made: readonly Made[];
  readonly changes: ChangesView | undefined;
}

/** One paper in the list. */
export function rowOf(result: Result, context: RowContext): RowView {
  const marked = isMarked(result);
  const cells = (marked ? context.problems : []).map((id) => {
    const problem = result.problems.find((one) => one.id === id);
    const verdict = problem && hardest(problem);
    return { ...(verdict && { verdict }), points: problem && !allWaits(problem) ? problem.score : '' };
  });
  return {
    ...linkTo(result),
    score: marked ? result.score : '–',
    standing: standingOf(result),
    tokens: tokensOf(result, context).join(' '),
    cells,
  };
}

const allWaits = ({ waiting, outOf }: { waiting: string; outOf: string }): boolean =>
  Number(waiting) > 0 && Number(waiting) >= Number(outOf);

function tokensOf(result: Result, { slips, made, changes }: RowContext): string[] {
  const keys = new Set(made.flatMap(({ found, key }) => (found.result === result ? [key] : [])));
  const marked = isMarked(result);
  const person = !marked || result.status === 'needs-review' || result.problems.some(({ marks }) => marks.some(waits));
  return [
    ...(person ? ['person'] : []),
    ...(marked && Number(result.score) < Number(result.outOf) / 2 ? ['low'] : []),
    ...(changes?.rows.some(({ student }) => student === result.student) ? ['changed'] : []),
    ...slips.filter(({ key }) => keys.has(key)).map(({ token }) => token),
  ];
}

/** The choices of the filter, each with how many papers it leaves. */
export function filtersOf(
  rows: readonly RowView[],
  slips: readonly SlipView[],
  plain: (sentence: string) => string,
): Filter[] {
  const all = [
    { token: 'person', text: 'waits for a person' },
    { token: 'low', text: 'below half of the points' },
    { token: 'changed', text: 'changed since the last run' },
    ...slips.map(({ token, kind, says, where }) => ({ token, text: plain(`${kind}: ${says} (${where})`) })),
  ];
  return all.flatMap(({ token, text }) => {
    const n = rows.filter(({ tokens }) => tokens.split(' ').includes(token)).length;
    return n > 0 ? [{ token, text: `${text} (${n})` }] : [];
  });
}
