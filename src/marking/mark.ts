import type { NumberReading } from '../answers/number.ts';
import type { Shown } from '../derived/agreement.ts';
import type { Judgement } from '../derived/judgement.ts';
import { keyOf } from '../derived/key.ts';
import { inNumbers, type SolvedLine } from '../derived/solution.ts';
import type { Follows, Mark, Verdict } from '../records/result.ts';
import type { LoadedAssignment, LoadedProblem } from './assignment.ts';
import { type Parts, partsOf } from './parts.ts';
import { pointsText } from './points.ts';
import { middleText, notes, says, slips, type Wordable } from './wording.ts';
import { workedText } from './worked.ts';

/** An answer and how it was read. */
export interface Read {
  readonly reading: NumberReading;
  readonly given: string;
  readonly shown?: Shown;
}

/** All that the mark of one line is made from. */
export interface MarkedLine {
  readonly loaded: LoadedProblem;
  readonly options: LoadedAssignment;
  readonly solved: SolvedLine;
  readonly answer: Read;
  readonly judgement?: Judgement;
  readonly read: ReadonlyMap<string, Read>;
  /** Does a line hang on a wrong one? */
  readonly affected: (name: string) => boolean;
  readonly outOf: number;
  readonly asked: boolean;
}

/** A mark with its points as numbers, so that totals do not add up rounded parts. */
export interface Scored {
  readonly mark: Mark;
  readonly points: number;
  readonly waiting: number;
}

/** What every mark of a line holds, whatever became of it. */
function frame(solved: SolvedLine, outOf: number, { solutionShown }: LoadedAssignment) {
  return {
    field: solved.name,
    outOf: pointsText(outOf),
    formula: solved.formula,
    ...(solved.words && { name: solved.words }),
    ...(solutionShown && { expected: solved.value, worked: solved.worked }),
  };
}

const withPoints = (mark: Omit<Mark, 'points' | 'waiting'>, points: number, waiting = 0): Scored => ({
  mark: inOrder({ ...mark, points: pointsText(points), ...(waiting > 0 && { waiting: pointsText(waiting) }) }),
  points,
  waiting,
});

/** The record is read by people too: what matters first. */
function inOrder({ field, given, read, verdict, expected, points, outOf, ...rest }: Mark): Mark {
  return {
    field,
    ...(given !== undefined && { given }),
    ...(read !== undefined && { read }),
    verdict,
    ...(expected !== undefined && { expected }),
    points,
    outOf,
    ...rest,
  };
}

/** An answer that was asked for and not handed in. */
export function blankMark(solved: SolvedLine, outOf: number, options: LoadedAssignment): Scored {
  const says = 'No answer was handed in for this line.';
  return withPoints({ ...frame(solved, outOf, options), verdict: 'blank', asked: true, says }, 0);
}

/** The mark of a line that was handed in. */
export function markOf(line: MarkedLine): Scored {
  const { answer, judgement, asked, outOf } = line;
  const base = { ...frame(line.solved, outOf, line.options), given: answer.given, asked };
  if (answer.reading.kind !== 'read' || !judgement || !answer.shown) {
    const reason = answer.reading.kind === 'unreadable' ? answer.reading.reason : 'it is no number';
    const says = `This could not be read as a number: ${reason}. A person will look; nothing is lost until then.`;
    return withPoints({ ...base, verdict: 'unreadable', says }, 0, outOf);
  }
  const wordable = wordableOf(line, judgement, answer.shown);
  const parts = partsOf(answer.reading, wordable.places);
  const verdict = miscopied(line, judgement, parts) ?? verdictOf(judgement, parts.lastAgrees);
  const text = textOf(wordable, verdict, parts);
  const found = slips(wordable);
  const remarks = [...answer.reading.notes, ...notes(wordable)];
  const mark: Omit<Mark, 'points'> = {
    ...base,
    read: answer.reading.read,
    verdict,
    ...(text && { says: text }),
    ...(judgement.roots.length > 0 && judgement.verdict === 'carried' && { carriedFrom: [...judgement.roots] }),
    ...(found.length > 0 && { slips: found }),
    ...(parts.parts.length > 0 && { parts: parts.parts }),
    ...(remarks.length > 0 && { notes: remarks }),
    ...followsOf(line, judgement, answer.shown),
    ...(judgement.weak && { weak: true }),
  };
  return withPoints(mark, outOf * share(judgement, line.options));
}

function textOf(wordable: Wordable, verdict: Verdict, parts: Parts): string {
  const said = says(wordable);
  const { verdict: judged } = wordable.judgement;
  if (judged === 'wrong' && parts.says) return parts.says;
  if (verdict !== 'inconsistent') return [said, parts.says].filter((part) => part !== undefined).join(' ');
  return `The value is right${said ? ` for your numbers` : ''} and keeps its points. ${parts.says}`;
}

/**
 * The arithmetic shown comes to the right value, and another was written for it: the paper itself proves the slip, and
 * its kind where one fits.
 */
function miscopied({ loaded, solved }: MarkedLine, judgement: Judgement, parts: Parts): Verdict | undefined {
  const key = keyOf(loaded.working).get(solved.name);
  if (judgement.verdict !== 'wrong' || !parts.own || !key) return undefined;
  const { places } = key;
  const isRight = places === undefined ? parts.own.eq(key.exact) : parts.own.toDecimalPlaces(places).eq(key.stated);
  if (!isRight) return undefined;
  return judgement.explained?.explanations.some(({ miswritten }) => miswritten) ? 'slip' : 'inconsistent';
}

/** A right value under arithmetic that does not give it is still a right value; the mark says that the two disagree. */
const verdictOf = ({ verdict }: Judgement, agrees: boolean): Verdict =>
  !agrees && (verdict === 'correct' || verdict === 'carried') ? 'inconsistent' : verdict;

function share({ verdict, remarks }: Judgement, { degenerate, roundingShare }: LoadedAssignment): number {
  if (verdict === 'rounding') return roundingShare;
  if (remarks.includes('degenerate') && degenerate === 'no-points') return 0;
  if (remarks.includes('charged-here')) return 0;
  return verdict === 'correct' || verdict === 'carried' ? 1 : 0;
}

function wordableOf({ loaded, solved, affected, read }: MarkedLine, judgement: Judgement, shown: Shown): Wordable {
  const places = keyOf(loaded.working).get(solved.name)?.places;
  const uses = judgement.line.inputs.filter(affected);
  const { givens } = loaded.working;
  const allShown = judgement.line.inputs.every((name) => givens.has(name) || read.get(name)?.shown !== undefined);
  return { judgement, shown, allShown, places, uses };
}

/** The value that the student's own numbers lead to, and the line with those numbers in it. */
function followsOf(line: MarkedLine, judgement: Judgement, shown: Shown): { follows?: Follows } {
  if (!judgement.follows) return {};
  const { loaded, read, solved } = line;
  const { working } = loaded;
  const text = (name: string): string | undefined => read.get(name)?.shown?.text ?? working.givens.get(name);
  const asked = keyOf(working).get(solved.name)?.places ?? shown.places;
  const places = judgement.verdict === 'carried' ? asked : Math.max(asked, shown.places);
  const { formula, inputs } = judgement.line;
  const known = inputs.every((name) => text(name) !== undefined);
  const value = known
    ? workedText(formula, (name) => text(name) ?? '0', places)
    : middleText(judgement.follows, places);
  const from = inputs.filter((name) => read.get(name)?.shown !== undefined);
  const worked = inNumbers(formula, text);
  const agrees = judgement.verdict === 'carried';
  return { follows: { value, from: from.length > 0 ? from : [...judgement.roots], worked, agrees } };
}
