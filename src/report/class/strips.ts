import { Decimal } from '../../exact/decimal.ts';
import type { ProblemResult, Result } from '../../records/result.ts';
import { badge, verdicts } from '../verdicts.ts';
import { heatOf, type LineOfClass } from './heat.ts';
import { grouped, hardest, isMarked } from './papers.ts';
import type { StripView } from './view.ts';

/** The problems of all marked papers, in the order of the assignment. */
export const problemsOf = (results: readonly Result[]): Map<string, ProblemResult[]> =>
  grouped(
    results.filter(isMarked).flatMap(({ problems }) => problems),
    ({ id }) => id,
  );

/** One problem over the whole class. */
export function stripOf(found: readonly ProblemResult[], lines: readonly LineOfClass[]): StripView {
  const [first] = found;
  const counts = grouped(
    found.flatMap((problem) => hardest(problem) ?? []),
    ({ id }) => id,
  );
  const segments = verdicts.flatMap((id) => {
    const n = counts.get(id)?.length ?? 0;
    return n > 0 ? [{ verdict: badge(id), n, shown: n > 1 }] : [];
  });
  return {
    title: first?.title ?? '',
    mean: meanOf(found),
    outOf: first?.outOf ?? '0',
    text: segments.map(({ verdict, n }) => `${n} ${verdict.word.toLowerCase()}`).join(', '),
    papers: found.length,
    segments,
    heat: heatOf(first?.id ?? '', found, lines),
  };
}

/** The mean of the scores that are settled; a dash where all of them wait. */
function meanOf(found: readonly ProblemResult[]): string {
  const settled = found.filter(({ waiting, outOf }) => outOf === '0' || Number(waiting) < Number(outOf));
  if (settled.length === 0) return '–';
  const total = settled.reduce((sum, { score }) => sum.plus(score), new Decimal(0));
  return total.div(settled.length).toFixed(1);
}
