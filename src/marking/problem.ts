import type { Shown } from '../exact/agreement.ts';
import { judge } from '../judging/carried.ts';
import { type Answered, fieldsOf, givenText, kindOf, type MarkingPolicy } from '../kinds/index.ts';
import type { Statement } from '../reading/stated.ts';
import { type AnswerValue, isBlank } from '../reading/value.ts';
import type { FromDocument, Place } from '../records/located.ts';
import { nearest } from '../records/nearest.ts';
import type { ProblemResult } from '../records/result.ts';
import { type Reported, together } from '../reported/reported.ts';
import type { Ask } from '../working/problem.ts';
import { givensOf, type LoadedAssignment, type LoadedProblem } from './assignment.ts';
import { withFormulas } from './beside.ts';
import { acceptedBy, type Followed, followable, noteOf } from './conventions.ts';
import { withheld } from './disclosure.ts';
import type { Elsewhere } from './elsewhere.ts';
import { awaiting, awaitingProblem, likelyFields } from './likely.ts';
import { askedMark, blankMark, markOf, type Scored } from './mark.ts';
import { noteNames, underOwnNames } from './names.ts';
import { pointsText, sharesOf } from './points.ts';
import { isHandedIn, readAll, statedBy, statedInOf } from './read-all.ts';
import { roundingText } from './rounding.ts';
import { withSlipShare } from './slip-share.ts';
import { withStatements } from './statements.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/** What the rest of the paper says of a problem. */
interface Beside {
  /** A problem that the assignment does not set, whose answers are likely this one's. */
  readonly misnamed?: string;
  /** What other problems of the same run state. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** The answers to a problem, read. */
function readProblem(loaded: LoadedProblem, written: Answers) {
  const answers = withFormulas(underOwnNames(written, loaded.set.names), loaded.working);
  const said = withStatements(answers, loaded.working);
  return { answers, said, answered: readAll(loaded, said.answers, answers) };
}

/** What the answers to a problem say of a run of the student's own. */
export const reportedIn = (loaded: LoadedProblem, written: Answers): Reported[] =>
  [...readProblem(loaded, written).answered.values()].map(({ reported }) => reported);

/** What an assignment decides beside what is decided for every answer. */
type Policy = MarkingPolicy & Partial<Pick<LoadedAssignment, 'slipShares' | 'statedConventions'>>;

/** Marks one problem of a paper. Never throws on what a student wrote. */
export function markProblem(
  loaded: LoadedProblem,
  written: Answers,
  policy: Policy,
  found: FromDocument & Beside = {},
): ProblemResult {
  const { answers, said, answered } = readProblem(loaded, written);
  const shown = statedBy([...answered.values()]);
  const follows = policy.statedConventions !== 'not-followed';
  const accepted = acceptedBy(loaded.working, follows ? said.statements : []);
  const ways = followable(loaded.working, accepted, shown, [...answered.keys()]).map((followed) => {
    const by = { ...loaded, working: followed.working };
    const marked = markAll(by, answered, shown, policy, found);
    return followed.conventions.length === 0 ? marked : marked.map(noted(loaded, followed, said.statements));
  });
  const scored = kindest(ways).map((one) => withSlipShare(one, policy.slipShares ?? {}));
  const unknown = strangers(loaded, answers, answered, scored);
  const filled = unknown.filter(({ given }) => !isBlank(given));
  const { misnamed, where } = found;
  const waiting =
    misnamed === undefined
      ? awaiting(
          scored,
          filled.map(({ field, likely = [] }) => ({ name: field, likely })),
        )
      : awaitingProblem(scored, misnamed, loaded.id);
  const marked = result(loaded, answers, waiting.map(placed(where?.[loaded.id])), unknown);
  const told = noteNames(marked, written, loaded.set.names);
  return policy.solutionShown ? told : withheld(told, written);
}

/** Of several ways to mark that which gives most points, and then that which proves most. */
function kindest(ways: readonly (readonly Scored[])[]): readonly Scored[] {
  const points = (marks: readonly Scored[]): number => marks.reduce((sum, mark) => sum + mark.points, 0);
  const proof = (marks: readonly Scored[]): number =>
    marks.reduce((sum, { mark }) => sum + (mark.verdict === 'slip' ? Number(mark.slips?.[0]?.evidence ?? 0) : 0), 0);
  const [best = []] = [...ways].sort((a, b) => points(b) - points(a) || proof(b) - proof(a));
  return best;
}

/** A mark says where in the document its answer stood. */
const placed =
  (where: Readonly<Record<string, Place>> = {}) =>
  (scored: Scored): Scored => {
    const place = Object.hasOwn(where, scored.mark.field) ? where[scored.mark.field] : undefined;
    return place && scored.mark.given !== undefined ? { ...scored, mark: { ...scored.mark, where: place } } : scored;
  };

const noted =
  (loaded: LoadedProblem, followed: Followed, statements: readonly Statement[]) =>
  (scored: Scored): Scored => {
    const note = noteOf(scored.mark.field, loaded.working, followed, statements);
    return note ? { ...scored, mark: { ...scored.mark, notes: [...(scored.mark.notes ?? []), note] } } : scored;
  };

function markAll(
  loaded: LoadedProblem,
  answered: ReadonlyMap<string, Answered>,
  shown: ReadonlyMap<string, Shown>,
  policy: MarkingPolicy,
  { asked: open = [], elsewhere = [] }: FromDocument & Beside,
): Scored[] {
  const { working } = loaded;
  const asks = asksOf(loaded);
  const isAsked = (field: string): boolean => Object.hasOwn(asks, field);
  const shares = sharesOf(asks, (field) => isHandedIn(answered.get(field)));
  const carries = (field: string): boolean => (shares.get(field) ?? 0) > 0;
  // A line that another field states has its points there.
  const pays = (line: string): boolean =>
    carries(line) || [...answered.values()].some(({ field, numbers }) => numbers.has(line) && carries(field.name));
  const judged = judge(working, shown, new Set(Object.keys(asks)), pays);
  const affected = (line: string): boolean => {
    const verdict = judged.get(line)?.verdict ?? 'correct';
    return verdict !== 'correct' && verdict !== 'rounding';
  };
  const reported = together([...answered.values()].map((answer) => answer.reported));
  const statedIn = statedInOf(answered);
  const place = { elsewhere, working, policy, answered, shown, judged, affected, statedIn, reported };
  const scale = loaded.points / Object.values(asks).reduce((total, { points }) => total + points, 0);
  return fieldsOf(working).flatMap((field): Scored[] => {
    const stake = { outOf: (shares.get(field.name) ?? 0) * scale, asked: isAsked(field.name) };
    const answer = answered.get(field.name);
    if (answer && isHandedIn(answer)) return [markOf(answer, place, stake)];
    const asked = open.find((one) => one.problem === loaded.id && one.field === field.name);
    if (asked) return [askedMark(field, place, stake, asked)];
    return stake.asked ? [blankMark(field, place, stake)] : [];
  });
}

const asksOf = ({ working, problem }: LoadedProblem): Readonly<Record<string, Ask>> => working.asks ?? problem.asks;

function result(
  loaded: LoadedProblem,
  answers: Answers,
  scored: readonly Scored[],
  unknown: NonNullable<ProblemResult['unknown']>,
): ProblemResult {
  const { id, title, problem, working, points } = loaded;
  const total = (of: 'points' | 'waiting'): string => pointsText(scored.reduce((sum, mark) => sum + mark[of], 0));
  const marks = scored.map(({ mark }) => mark);
  holdsAll(answers, [...marks, ...unknown]);
  return {
    id,
    problem: problem.id,
    title,
    score: total('points'),
    outOf: pointsText(points),
    waiting: total('waiting'),
    givens: givensOf(loaded),
    rounding: working.lines.length > 0 ? roundingText(working.rounding) : '',
    marks,
    ...(unknown.length > 0 && { unknown }),
  };
}

/** An answer without a verdict would be a fault of ours that nobody sees. */
function holdsAll(answers: Answers, found: readonly { readonly field: string }[]): void {
  const fields = new Set(found.map(({ field }) => field));
  const lost = Object.keys(answers).find((field) => !fields.has(field) && !isBlank(answers[field] ?? null));
  if (lost !== undefined) throw new Error(`the answer to "${lost}" was not marked`);
}

function strangers(
  { working }: LoadedProblem,
  answers: Answers,
  answered: ReadonlyMap<string, Answered>,
  scored: readonly Scored[],
): NonNullable<ProblemResult['unknown']> {
  const fields = fieldsOf(working);
  const names = fields.map(({ name }) => name);
  const unanswered = names.filter((name) => !isHandedIn(answered.get(name)));
  const asked = scored.filter(({ mark }) => mark.verdict === 'blank').map(({ mark }) => mark.field);
  return Object.entries(answers)
    .filter(([name]) => !names.includes(name))
    .map(([field, value]) => {
      const fits = (name: string): boolean => {
        const one = fields.find((each) => each.name === name);
        return (
          one !== undefined && kindOf(one).read(value, one, { working, numberOf: () => undefined }).kind === 'read'
        );
      };
      const likely = isBlank(value) ? [] : likelyFields(field, { unanswered, asked, fits });
      const says = `There is no field "${field}" in this problem, so nothing was marked here. ${mendOf(field, names)}`;
      return { field, given: givenText(value), ...(likely.length > 0 && { likely: [...likely] }), says };
    });
}

function mendOf(field: string, names: readonly string[]): string {
  const near = nearest(field, names);
  return near ? `Did you mean "${near}"?` : `The fields are ${names.join(', ')}.`;
}
