import { readNumberAnswer } from '../answers/number.ts';
import { type AnswerValue, isBlank } from '../answers/value.ts';
import type { Shown } from '../derived/agreement.ts';
import { judge } from '../derived/carried.ts';
import { keyOf } from '../derived/key.ts';
import { solutionOf } from '../derived/solution.ts';
import { Decimal } from '../exact/decimal.ts';
import { nearest } from '../records/nearest.ts';
import type { ProblemResult } from '../records/result.ts';
import type { Ask } from '../working/problem.ts';
import { givensOf, type LoadedAssignment, type LoadedProblem } from './assignment.ts';
import { type Followed, followable, noteOf } from './conventions.ts';
import { blankField, markField } from './field.ts';
import { blankMark, markOf, type Read, type Scored } from './mark.ts';
import { pointsText, sharesOf } from './points.ts';
import { roundingText } from './rounding.ts';
import { byField, markShape, type ReadShape, readShapes } from './shape.ts';
import { answeredNumber, toShown } from './shown.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/** Marks one problem of a paper. Never throws on what a student wrote. */
export function markProblem(loaded: LoadedProblem, answers: Answers, options: LoadedAssignment): ProblemResult {
  const read = readAll(loaded, answers);
  const shapes = readShapes(loaded.working, answers);
  const numbers = [...read].flatMap(([name, r]) => (r.shown ? [[name, r.shown] as const] : []));
  const shown = new Map([...shapes.flatMap((shape) => [...shape.shown]), ...numbers]);
  const ways = followable(loaded.working, loaded.working.accepted ?? [], shown).map((followed) => {
    const by = { ...loaded, working: followed.working };
    const marked = markAll(by, answers, options, { read, shapes, shown }).map(byField(shapes));
    return followed.conventions.length === 0 ? marked : marked.map(noted(loaded, followed));
  });
  return result(loaded, answers, kindest(ways));
}

/** Of several ways to mark that which gives most points, and then that which proves most. */
function kindest(ways: readonly (readonly Scored[])[]): readonly Scored[] {
  const points = (marks: readonly Scored[]): number => marks.reduce((sum, mark) => sum + mark.points, 0);
  const proof = (marks: readonly Scored[]): number =>
    marks.reduce((sum, { mark }) => sum + (mark.verdict === 'slip' ? Number(mark.slips?.[0]?.evidence ?? 0) : 0), 0);
  const [best = []] = [...ways].sort((a, b) => points(b) - points(a) || proof(b) - proof(a));
  return best;
}

const noted =
  (loaded: LoadedProblem, followed: Followed) =>
  (scored: Scored): Scored => {
    const note = noteOf(scored.mark.field, loaded.working, followed);
    return note ? { ...scored, mark: { ...scored.mark, notes: [...(scored.mark.notes ?? []), note] } } : scored;
  };

/** Everything that was handed in, as it was read. */
interface Handed {
  readonly read: ReadonlyMap<string, Read>;
  readonly shapes: readonly ReadShape[];
  readonly shown: ReadonlyMap<string, Shown>;
}

function markAll(
  loaded: LoadedProblem,
  answers: Answers,
  options: LoadedAssignment,
  { read, shapes, shown }: Handed,
): Scored[] {
  const { working } = loaded;
  const asks = asksOf(loaded);
  const handedIn = (field: string): boolean => Object.hasOwn(answers, field) && !isBlank(answers[field] ?? null);
  const shares = sharesOf(asks, handedIn);
  const carries = (field: string): boolean => (shares.get(field) ?? 0) > 0;
  // The numbers of a shape are lines, and its points are theirs.
  const pays = (name: string): boolean =>
    carries(name) || shapes.some((shape) => shape.shown.has(name) && carries(shape.field.name));
  const judged = judge(working, shown, new Set(Object.keys(asks)), pays);
  const scale = loaded.points / Object.values(asks).reduce((total, { points }) => total + points, 0);
  const affected = (name: string): boolean => {
    const judgement = judged.get(name);
    return judgement !== undefined && judgement.verdict !== 'correct' && judgement.verdict !== 'rounding';
  };
  const marks = solutionOf(working).flatMap((solved): Scored[] => {
    const outOf = (shares.get(solved.name) ?? 0) * scale;
    const asked = Object.hasOwn(asks, solved.name);
    const answer = read.get(solved.name);
    if (!answer || !handedIn(solved.name)) return asked ? [blankMark(solved, outOf, options)] : [];
    const judgement = judged.get(solved.name);
    return [markOf({ loaded, options, solved, answer, read, affected, outOf, asked, ...(judgement && { judgement }) })];
  });
  const others = (working.fields ?? []).flatMap((field): Scored[] => {
    const outOf = (shares.get(field.name) ?? 0) * scale;
    const asked = Object.hasOwn(asks, field.name);
    if (!handedIn(field.name)) return asked ? [blankField(field.name, outOf)] : [];
    const shape = shapes.find((one) => one.field.name === field.name);
    if (shape) return [markShape(shape, working, judged, options, outOf, asked)];
    return [markField({ field, value: answers[field.name] ?? null, loaded, options, outOf, asked })];
  });
  return [...marks, ...others];
}

const asksOf = ({ working, problem }: LoadedProblem): Readonly<Record<string, Ask>> => working.asks ?? problem.asks;

/** Reads every answer that is a line of the working, in working order, so that later ones may name earlier ones. */
function readAll({ working }: LoadedProblem, answers: Answers): Map<string, Read> {
  const read = new Map<string, Read>();
  const fields = working.lines.map((line) => line.name);
  const key = keyOf(working);
  const lookup = (name: string): Decimal | undefined => {
    const given = working.givens.get(name);
    const reading = read.get(name)?.reading;
    return given === undefined ? (reading?.kind === 'read' ? reading.value.value : undefined) : new Decimal(given);
  };
  for (const field of fields) {
    const value = Object.hasOwn(answers, field) ? answers[field] : undefined;
    if (value === undefined) continue;
    const places = key.get(field)?.places;
    const context = { field, fields, valueOf: lookup, ...(places !== undefined && { places }) };
    const reading = readNumberAnswer(value, context);
    const shown: Shown | undefined = reading.kind === 'read' ? toShown(answeredNumber(reading, places)) : undefined;
    read.set(field, { reading, given: givenText(value), ...(shown && { shown }) });
  }
  return read;
}

/** An answer as handed in, as one text: lines of work under each other. */
export function givenText(value: AnswerValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.map(givenText).join('\n');
}

function result(loaded: LoadedProblem, answers: Answers, scored: readonly Scored[]): ProblemResult {
  const { id, title, problem, working, points } = loaded;
  const total = (of: 'points' | 'waiting'): string => pointsText(scored.reduce((sum, mark) => sum + mark[of], 0));
  const unknown = strangers(loaded, answers);
  return {
    id,
    problem: problem.id,
    title,
    score: total('points'),
    outOf: pointsText(points),
    waiting: total('waiting'),
    givens: givensOf(loaded),
    rounding: roundingText(working.rounding),
    marks: scored.map(({ mark }) => mark),
    ...(unknown.length > 0 && { unknown }),
  };
}

function strangers({ working }: LoadedProblem, answers: Answers): NonNullable<ProblemResult['unknown']> {
  const fields = [...working.lines, ...(working.fields ?? [])].map(({ name }) => name);
  return Object.keys(answers)
    .filter((field) => !fields.includes(field))
    .map((field) => {
      const near = nearest(field, fields);
      const mend = near ? `Did you mean "${near}"?` : `The fields are ${fields.join(', ')}.`;
      const says = `There is no field "${field}" in this problem, so nothing was marked here. ${mend}`;
      return { field, given: givenText(answers[field] ?? null), says };
    });
}
