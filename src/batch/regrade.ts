import { lateChange } from '../adjustments/late.ts';
import { Decimal } from '../exact/decimal.ts';
import type { Mark, Result } from '../records/result.ts';
import type { Entry } from './entry.ts';

/** What a new grading changes for one student. */
export interface Change {
  readonly student: string;
  readonly kind: 'changed' | 'new' | 'withdrawn';
  /** Points, or why there are none. */
  readonly before: string;
  readonly after: string;
  /** By how many points, with its sign; empty where one side has none. */
  readonly by: string;
  /** What changed where: `q3 8 → 10`. */
  readonly problems: readonly string[];
  readonly why: readonly string[];
}

/** How a paper stands, by its journal's line or by its record. */
type Standing = Pick<
  Entry,
  | 'student'
  | 'status'
  | 'score'
  | 'waiting'
  | 'problems'
  | 'excused'
  | 'late'
  | 'submission'
  | 'key'
  | 'gradcheck'
  | 'decided'
>;

/** What a paper's new result changes; undefined where its points, its standing and its verdicts are as before. */
export function changeOf(before: Result | undefined, after: Result | undefined): Change | undefined {
  const [old, now] = [before && standingOf(before), after && standingOf(after)];
  const lines = before && after ? linesChanged(before, after) : [];
  return between(old, now, lines);
}

/** What a grading changed in a report, by the journal before and after it: points, problems and why, but no lines. */
export function changesOf(before: ReadonlyMap<string, Entry>, after: readonly Entry[]): Change[] {
  const here = new Set(after.map(({ student }) => student));
  const gone = [...before.values()].filter(({ student }) => !here.has(student));
  const all = [...after.map((entry) => between(before.get(entry.student), entry)), ...gone.map((old) => between(old))];
  return all.flatMap((change) => change ?? []);
}

function between(before?: Standing, after?: Standing, lines: readonly string[] = []): Change | undefined {
  const [old, now] = [words(before), words(after)];
  const student = (after ?? before)?.student ?? '';
  if (!before || !after) {
    const kind = after ? 'new' : 'withdrawn';
    return { student, kind, before: old, after: now, by: '', problems: [], why: [] };
  }
  if (before.excused && after.excused) return undefined;
  const problems = problemsChanged(before, after);
  if (old === now && problems.length === 0 && lines.length === 0) return undefined;
  const why = [...reasons(before, after, problems.length > 0), ...lines];
  return { student, kind: 'changed', before: old, after: now, by: byHow(old, now), problems, why };
}

function words(standing: Standing | undefined): string {
  if (!standing) return '';
  const { status, score, waiting, excused } = standing;
  if (excused) return 'excused';
  if (status !== 'graded' && status !== 'needs-review') return status;
  return waiting === '0' ? score : `${score} (${waiting} wait)`;
}

function byHow(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => /^[\d.]+/.exec(text)?.[0]);
  if (old === undefined || now === undefined) return '';
  const change = new Decimal(now).minus(old);
  return change.gt(0) ? `+${change}` : change.toString();
}

const problemsChanged = ({ problems: before }: Standing, { problems: after }: Standing): string[] =>
  Object.entries(after).flatMap(([id, score]) =>
    before[id] === score ? [] : [`${id} ${Object.hasOwn(before, id) ? before[id] : '–'} → ${score}`],
  );

/** What of that which a result is made from is another now. */
function reasons(before: Standing, after: Standing, inProblems: boolean): string[] {
  const late = lateChange(before.late, after.late);
  // Due and handed-in times are written down beside decisions; where they explain all, nobody decided about the paper.
  const same = before.submission === after.submission && before.key === after.key;
  const decided = before.decided !== after.decided && (late === '' || (inProblems && same));
  return [
    ...(before.submission === after.submission ? [] : ['handed in again']),
    ...(before.key === after.key ? [] : ['the key changed']),
    ...(before.gradcheck === after.gradcheck ? [] : [`Gradcheck ${after.gradcheck}`]),
    ...(late === '' ? [] : [late]),
    ...(decided ? ['people decided'] : []),
  ];
}

function standingOf(result: Result): Standing {
  const { adjustments: { excused, late } = {}, problems } = result;
  return {
    ...result,
    ...(excused && { excused: true }),
    ...(late && { late }),
    problems: Object.fromEntries(problems.map(({ id, score }) => [id, score])),
    decided: decided(result),
  };
}

const decided = ({ adjustments: { late, ...adjustments } = {}, ...result }: Result): string =>
  JSON.stringify([
    adjustments,
    result.problems.map(({ adjusted, excused, marks }) => [adjusted, excused, marks.map((mark) => mark.adjusted)]),
  ]);

/** Lines whose verdict or points are others: `q3 a1: slip 0 → correct 1`. */
function linesChanged(before: Result, after: Result): string[] {
  return after.problems.flatMap(({ id, marks }) => {
    const old = new Map(before.problems.find((problem) => problem.id === id)?.marks.map((mark) => [mark.field, mark]));
    return marks.flatMap((mark) => {
      const [was, is] = [said(old.get(mark.field)), said(mark)];
      return was === is ? [] : [`${id} ${mark.field}: ${was} → ${is}`];
    });
  });
}

const said = (mark: Mark | undefined): string => (mark ? `${mark.verdict} ${mark.points}` : 'nothing');
