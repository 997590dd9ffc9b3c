import type { Mark, Verdict } from '../records/result.ts';
import { costs } from './points.ts';

/** A verdict as it is shown: never by colour alone. */
export interface Badge {
  readonly id: Verdict;
  readonly tone: 'right' | 'carried' | 'round' | 'slip' | 'wrong' | 'review' | 'none';
  readonly word: string;
  readonly means: string;
  /** For a terminal, and for one without Unicode. */
  readonly sign: string;
  readonly ascii: string;
}

const words: Readonly<Record<Verdict, readonly [Badge['tone'], string, string, string, string]>> = {
  correct: ['right', 'Right', '✓', 'ok', 'The value is right at the rounding that the question asks for.'],
  consistent: [
    'right',
    'Agrees',
    '✓',
    'ok',
    'A reported result that nothing else in the paper contradicts. Full points.',
  ],
  carried: [
    'carried',
    'Carried on',
    '↳',
    '->',
    'Not the value of the solution, but what an earlier number of yours leads to.',
  ],
  rounding: ['round', 'Rounding', '~', '~', 'Right except for how, or how early, it was rounded.'],
  slip: ['slip', 'Slip', '◆', '<>', 'Not right, and one small slip explains it.'],
  wrong: ['wrong', 'Not right', '✗', 'X', 'Not right, and no single slip that we know of is proved by it.'],
  inconsistent: [
    'wrong',
    'Does not agree',
    '≠',
    '=/',
    'It contradicts other numbers in the same paper, or the arithmetic shown.',
  ],
  implausible: [
    'wrong',
    'Not plausible',
    '!',
    '!',
    'A reported result that cannot be, or that the reference runs do not support.',
  ],
  unreadable: [
    'none',
    'Could not be read',
    '?',
    '?',
    'There is an answer, but it was not understood. Nothing is lost until a person has looked.',
  ],
  review: ['review', 'Waits for a person', '@', '@', 'A person reads this kind of answer.'],
  blank: ['none', 'No answer', '·', '.', 'Nothing was handed in for this line.'],
};

const badges = Object.fromEntries(
  Object.entries(words).map(([id, [tone, word, sign, ascii, means]]) => [id, { id, tone, word, sign, ascii, means }]),
) as Readonly<Record<Verdict, Badge>>;

/** All verdicts, from those that please to those that need attention: the order of strips and legends. */
export const verdicts = Object.keys(words) as readonly Verdict[];

/** How a verdict is shown. */
export const badge = (id: Verdict): Badge => badges[id];

const faults: ReadonlySet<Verdict> = new Set(['slip', 'wrong', 'inconsistent', 'implausible']);

/** Does a line need another look? A blank one needs a first one. */
export const isFault = (mark: Mark): boolean => mark.verdict !== 'blank' && (faults.has(mark.verdict) || costs(mark));

/** Does a line wait for a person? */
export const waits = ({ verdict, adjusted, waiting = '0' }: Mark): boolean =>
  !adjusted && (verdict === 'unreadable' || verdict === 'review' || Number(waiting) > 0);

/** Right in every respect, so that it may be folded away. */
export const isRight = (mark: Mark): boolean =>
  (mark.verdict === 'correct' || mark.verdict === 'consistent') && !costs(mark) && !shownFault(mark);

/** Is the work that was shown wrong somewhere, whatever became of the answer? */
export const shownFault = ({ parts = [] }: Mark): boolean => parts.some(({ verdict }) => faults.has(verdict));
