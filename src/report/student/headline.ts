import type { Mark, ProblemResult, Result, Status } from '../../records/result.ts';
import { costs, markPoints, pointsOf } from '../points.ts';
import { capital, code, counted, inWords, plural } from '../text/counted.ts';
import { isFault, isRight, waits } from '../verdicts.ts';
import { followersOf } from './thread.ts';

const unmarked: Readonly<Partial<Record<Status, readonly string[]>>> = {
  'invalid-submission': ['This paper could not be marked as it is. Mend what is named below and hand it in again.'],
  'grader-error': [
    'Marking stopped through a fault of ours.',
    'It counts neither for nor against you until the paper is marked again.',
  ],
  timeout: [
    'Marking took longer than it may and was stopped.',
    'It counts neither for nor against you until a person has looked.',
  ],
};

/** A line and the problem it stands in. */
interface Found {
  readonly problem: ProblemResult;
  readonly mark: Mark;
}

/** The sentences beside the score: what is right, what needs another look, where to start. */
export function headlineOf(result: Result): readonly string[] {
  const stopped = unmarked[result.status];
  if (stopped) return stopped;
  const found = result.problems.flatMap((problem) => problem.marks.map((mark): Found => ({ problem, mark })));
  if (found.length === 0 || found.every(({ mark }) => mark.verdict === 'blank'))
    return ['No answers were handed in for this assignment.'];
  const faults = found.filter(({ mark }) => isFault(mark));
  const texts = [rightText(result, found), faultText(result, faults), chargedText(result, faults), blankText(found)];
  return texts.filter((text) => text !== '');
}

function rightText({ problems }: Result, found: readonly Found[]): string {
  const lines = found.filter(({ mark }) => isRight(mark) || (mark.verdict === 'carried' && !costs(mark))).length;
  const right = problems.filter(({ marks }) => marks.every(isRight)).length;
  if (right === problems.length) return allText(found);
  if (found.every(({ mark }) => isRight(mark) || waits(mark))) return 'Every line that could be marked is right.';
  if (right > 0)
    return `${capital(inAll(right, problems.length, 'problem'))} ${plural(right, 'is', 'are')} right in every line.`;
  if (lines === found.length) return 'Every line is right or follows from your own numbers.';
  return lines > 0
    ? `${capital(inAll(lines, found.length, 'line'))} ${plural(lines, 'is', 'are')} right or ${plural(lines, 'follows', 'follow')} from your own numbers.`
    : '';
}

/** A reported result is not right: nothing speaks against it. */
function allText(found: readonly Found[]): string {
  const reported = found.filter(({ mark }) => mark.verdict === 'consistent').length;
  if (reported === 0) return 'Every line is right.';
  if (reported === found.length) return 'Nothing contradicts your results.';
  return 'Every line that can be worked out is right, and nothing contradicts your results.';
}

const inAll = (n: number, all: number, noun: string): string =>
  all > 10 ? `${n} of ${all} ${noun}s` : `${inWords(n)} of ${counted(all, noun)}`;

function faultText({ problems }: Result, faults: readonly Found[]): string {
  const [first] = faults;
  if (!first) return '';
  // On a page of one problem, the problem's own summary says it.
  if (problems.length === 1) return '';
  const name = `${code(first.mark.field)}, in “${first.problem.title}”`;
  if (faults.length === 1) return `One line needs another look: ${name}.`;
  return `${capital(counted(faults.length, 'line'))} need another look; the first is ${name}.`;
}

/** What hangs on the wrong line that most others use. */
function chargedText(result: Result, faults: readonly Found[]): string {
  const followers = ({ problem, mark }: Found): number => followersOf(mark.field, problem.marks).length;
  const [root] = [...faults].sort((a, b) => followers(b) - followers(a));
  const n = root ? followers(root) : 0;
  if (!root || n === 0) return '';
  const { got, outOf } = pointsOf(result);
  const lines = `${counted(n, 'later line')}`;
  if (Number(got) < Number(outOf) / 2)
    return `Start with ${code(root.mark.field)}: ${lines} ${plural(n, 'depends', 'depend')} on it.`;
  const once = Number(markPoints(root.mark).lost) > 0 ? 'is charged once' : 'costs nothing';
  return `What went wrong in ${code(root.mark.field)} ${once}, although ${lines} ${plural(n, 'uses', 'use')} it.`;
}

function blankText(found: readonly Found[]): string {
  const blank = found.filter(({ mark }) => mark.verdict === 'blank').length;
  return blank > 0 ? `${capital(counted(blank, 'answer'))} ${plural(blank, 'is', 'are')} missing.` : '';
}
