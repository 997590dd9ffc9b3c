import type { Mark, ProblemResult, Result } from '../../records/result.ts';
import { markPoints, pointsText } from '../points.ts';
import { capital } from '../text/counted.ts';
import { cutSentences } from '../text/visible.ts';
import { badge, isFault } from '../verdicts.ts';
import { placesOf } from './places.ts';
import type { LookView, Place } from './view.ts';

const most = 4;
const longest = 240;

/** The lines to look at first, dearest first; work shown that does not add up comes last, because it costs nothing. */
export function lookOf({ problems }: Result): LookView[] {
  const found = problems.flatMap((problem, index) => {
    const places = placesOf(problem, index);
    const toLookAt = problem.marks.filter((mark) => isFault(mark) || wrongPart(mark));
    return toLookAt.map((mark) => ({ problem, mark, place: places.of(mark.field) }));
  });
  return found
    .sort((a, b) => lostOf(b.mark) - lostOf(a.mark))
    .slice(0, most)
    .map(({ problem, mark, place }) => viewOf(problem, mark, place, problems.length > 1));
}

const lostOf = (mark: Mark): number => Number(markPoints(mark).lost);

/** The first shown line that does not add up. */
const wrongPart = ({ parts = [] }: Mark) => parts.find(({ verdict }) => verdict === 'inconsistent');

/** What was done: the slip itself where the mark tells one, in this line; else all that is said. */
function reasonOf({ field, says, slips = [] }: Mark): string | undefined {
  const [only, second] = slips.filter(({ told }) => told);
  return only && !second && only.step === field ? only.says : says;
}

function viewOf({ title }: ProblemResult, mark: Mark, place: Place, several: boolean): LookView {
  const part = isFault(mark) ? undefined : wrongPart(mark);
  const { lost } = markPoints(mark);
  return {
    ...place,
    label: capital(mark.name ?? title),
    several: several && mark.name !== undefined,
    verdict: badge(part?.verdict ?? mark.verdict),
    says: cutSentences(part?.says ?? reasonOf(mark) ?? '', longest),
    cost: lost === '0' ? 'no points' : pointsText(lost),
  };
}
