import { givenText } from '../../kinds/index.ts';
import type { Standing } from '../../marking/self-check/standing.ts';
import type { AnswerValue } from '../../records/answer-value.ts';
import type { Blank, Question, Sheet } from '../engine.ts';
import { type CheckRules, countedIn } from '../paper/desk.ts';
import type { Attempt } from '../paper/events.ts';
import type { PaperState, Written } from '../paper/state.ts';

/** What the page of a paper is made from, beside the paper. */
export interface DeskFrame {
  /** Where the page lies, without a slash at its end. */
  readonly base: string;
  /** Where the other assignments are, where there are any. */
  readonly home?: string;
  readonly lead: string;
  readonly rules: CheckRules;
  /** The file that the answers are kept in, on the student's own machine. */
  readonly file?: string;
  readonly due?: string;
  /** Where the feedback lies, once it is out. */
  readonly feedback?: string;
  /** Where the problems' own pages lie, for an author who tries them. */
  readonly author?: string;
  /** Where papers are handed in on the server: what to say of it. */
  readonly handIn?: { readonly says: string; readonly closed: boolean };
}

const levels = [
  { n: 0, name: 'How many', says: 'lines are right, and nothing else' },
  { n: 1, name: 'Which', says: 'line to look at first' },
  { n: 2, name: 'What sort', says: 'of slip it is' },
  { n: 3, name: 'What to look up', says: 'to put it right' },
] as const;

/** So many lines on the way are shown as they are; more are folded. */
const mostSteps = 14;

/** The page of a paper as its template takes it. */
export function deskView(sheet: Sheet, state: PaperState, frame: DeskFrame) {
  return {
    ...frame,
    sheet: { ...sheet, questions: sheet.questions.map((question) => questionView(question, state)) },
    seq: state.seq,
    levels: levels.filter(({ n }) => n <= frame.rules.hints),
    left: leftText(state, frame.rules),
    attempts: state.attempts
      .filter(({ told, failed }) => told || failed)
      .map(attemptView)
      .reverse(),
  };
}

function questionView(question: Question, { answers }: PaperState) {
  const written = answers.get(question.id);
  const steps = question.blanks.filter(({ asked }) => !asked);
  const blanks = question.blanks.map((blank) => blankView(blank, written?.get(blank.name)));
  const open = blanks.some(({ asked, value }) => !asked && value !== '');
  return { ...question, blanks, steps: steps.length, folds: steps.length > mostSteps, open };
}

function blankView(blank: Blank, written: Written | undefined) {
  const value = textOf(written?.value ?? null);
  const lines = value.split('\n').length;
  const structured = Array.isArray(written?.value) && written.value.some((one) => typeof one !== 'string');
  return {
    ...blank,
    value,
    seq: written?.seq ?? 0,
    structured,
    rows: Math.min(12, Math.max(blank.isText ? 4 : 1, lines)),
  };
}

/** An answer as it is typed: the lines of the work, the rows of a matrix. */
export const textOf = (value: AnswerValue): string =>
  Array.isArray(value) && value.some((one) => Array.isArray(one))
    ? value.map((row) => (Array.isArray(row) ? row.map(givenText).join('  ') : givenText(row))).join('\n')
    : givenText(value);

/** How many checks are left, in words. */
export function leftText(state: PaperState, { checks }: CheckRules): string {
  const used = countedIn(state).length;
  if (checks === undefined) return used === 0 ? '' : `Checked ${used === 1 ? 'once' : `${used} times`}.`;
  return `${checks - used} of ${checks} checks left.`;
}

export const attemptView = ({ id, at, hints, counts, failed }: Attempt) => ({
  id,
  at,
  hints,
  says: failed ?? countsText(counts ?? {}),
});

const words: Readonly<Record<Standing, string>> = {
  right: 'right',
  carried: 'from earlier lines',
  look: 'to look at again',
  unreadable: 'not readable',
  blank: 'without an answer',
  review: 'for a person',
};

/** How many lines stand how, in words: "7 right, 1 to look at again". */
export const countsText = (counts: Readonly<Partial<Record<Standing, number>>>): string =>
  (Object.entries(counts) as [Standing, number][]).map(([standing, n]) => `${n} ${words[standing]}`).join(', ');
