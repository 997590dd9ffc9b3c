import type { Mark, ProblemResult, Result } from '../records/result.ts';
import { plainText } from '../report/text/sentence.ts';
import { cut, visible } from '../report/text/visible.ts';
import { badge, isFault, waits } from '../report/verdicts.ts';

/** A line of a paper, for formats that know tests that pass or fail. */
export interface Test {
  readonly problem: ProblemResult;
  readonly mark: Mark;
  /** `1.2`: the second line of the first problem. */
  readonly number: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'waiting';
  /** What is said of it, in plain words. */
  readonly says: string;
}

/** The lines of a paper in order. */
export const testsOf = ({ problems }: Result): Test[] =>
  problems.flatMap((problem, p) =>
    problem.marks.map((mark, m): Test => {
      const words = mark.name ? ` (${mark.name})` : '';
      return {
        problem,
        mark,
        number: `${p + 1}.${m + 1}`,
        name: visible(`${problem.title}: ${mark.field}${words}`),
        outcome: waits(mark) ? 'waiting' : outcomeOf(mark),
        says: saysOf(mark),
      };
    }),
  );

const outcomeOf = (mark: Mark): 'passed' | 'failed' =>
  mark.verdict === 'blank' || (isFault(mark) && !mark.adjusted) || Number(mark.points) < Number(mark.outOf)
    ? 'failed'
    : 'passed';

function saysOf(mark: Mark): string {
  const { given, verdict, says, notes = [], comments = [], adjusted, machine } = mark;
  const decided = adjusted && machine ? [`${adjusted.by} changed the points; the machine gave ${machine.points}.`] : [];
  return [
    badge(verdict).word,
    ...(given === undefined ? [] : [`You wrote: ${cut(visible(given), 500)}`]),
    ...[says ?? '', ...notes].filter((text) => text !== '').map(plainText),
    ...decided,
    ...comments.map(({ by, text }) => `${by} writes: ${visible(text)}`),
  ].join('\n');
}
