import type { NumberReading } from '../answers/number.ts';
import type { Shown } from '../derived/agreement.ts';
import type { Judgement } from '../derived/judgement.ts';
import { inNumbers, type SolvedLine } from '../derived/solution.ts';
import type { Follows, Mark, Verdict } from '../records/result.ts';
import type { LoadedAssignment, LoadedProblem } from './assignment.ts';
import { partsOf } from './parts.ts';
import { pointsText } from './points.ts';
import { atPlaces, middleText, notes, says, slips, type Wordable } from './wording.ts';

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
  mark: { ...mark, points: pointsText(points), ...(waiting > 0 && { waiting: pointsText(waiting) }) },
  points,
  waiting,
});

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
  const parts = partsOf(answer.reading, judgement.verdict);
  const verdict = verdictOf(judgement, parts.lastAgrees);
  const text = [says(wordable), parts.lastAgrees ? undefined : parts.says].filter((s) => s !== undefined).join(' ');
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

/** A right value under arithmetic that does not give it is still a right value; the mark says that the two disagree. */
const verdictOf = ({ verdict }: Judgement, agrees: boolean): Verdict =>
  !agrees && (verdict === 'correct' || verdict === 'carried') ? 'inconsistent' : verdict;

function share({ verdict, remarks }: Judgement, { degenerate, roundingShare }: LoadedAssignment): number {
  if (verdict === 'rounding') return roundingShare;
  if (remarks.includes('degenerate') && degenerate === 'no-points') return 0;
  return verdict === 'correct' || verdict === 'carried' ? 1 : 0;
}

function wordableOf({ loaded, answer, read }: MarkedLine, judgement: Judgement, shown: Shown): Wordable {
  const { rounding } = loaded.working;
  const places = 'places' in rounding ? rounding.places : undefined;
  const uses = judgement.line.inputs.filter((name) => read.get(name)?.shown !== undefined);
  return { judgement, shown, given: answer.given, places, uses };
}

/** The value that the student's own numbers lead to, and the line with those numbers in it. */
function followsOf({ loaded, read, solved }: MarkedLine, judgement: Judgement, shown: Shown): { follows?: Follows } {
  if (!judgement.follows) return {};
  const { line, verdict } = judgement;
  const { working } = loaded;
  const text = (name: string): string =>
    read.get(name)?.shown?.text ?? working.givens.get(name) ?? valueText(loaded, name);
  const places = Math.max(shown.places, solved.value.split('.')[1]?.length ?? 0);
  const value = middleText(judgement.follows, Math.min(places, 12));
  const from = line.inputs.filter((name) => read.get(name)?.shown !== undefined);
  const worked = inNumbers(line.formula, text);
  return {
    follows: { value, from: from.length > 0 ? from : [...judgement.roots], worked, agrees: verdict === 'carried' },
  };
}

const valueText = ({ working }: LoadedProblem, name: string): string =>
  working.givens.has(name) ? atPlaces(0, 0) : name;
