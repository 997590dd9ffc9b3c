import type { Result } from '../../records/result.ts';
import { markPoints, pointsText } from '../points.ts';
import { capital } from '../text/counted.ts';
import { firstSentence } from '../text/sentence.ts';
import { badge, isFault, shownFault } from '../verdicts.ts';
import { placesOf } from './places.ts';
import type { LookView } from './view.ts';

const most = 4;

/** The lines to look at first, dearest first; work shown that does not add up comes last, because it costs nothing. */
export function lookOf({ problems }: Result): LookView[] {
  const views = problems.flatMap((problem, index) => {
    const places = placesOf(problem, index);
    return problem.marks.flatMap((mark) => {
      const part = isFault(mark) ? undefined : mark.parts?.find(({ verdict }) => verdict === 'inconsistent');
      if (!isFault(mark) && !(part && shownFault(mark))) return [];
      const { lost } = markPoints(mark);
      const says = firstSentence(
        mark.slips?.[0] && mark.verdict === 'slip'
          ? (mark.says ?? mark.slips[0].says)
          : (part?.says ?? mark.says ?? ''),
      );
      const view: LookView = {
        ...places.of(mark.field),
        label: capital(mark.name ?? problem.title),
        several: problems.length > 1 && mark.name !== undefined,
        verdict: badge(part?.verdict ?? mark.verdict),
        says,
        cost: lost === '0' ? 'no points' : pointsText(lost),
      };
      return [{ view, lost: Number(lost) }];
    });
  });
  return views
    .sort((a, b) => b.lost - a.lost)
    .slice(0, most)
    .map(({ view }) => view);
}
