import { Decimal } from '../exact/decimal.ts';
import type { Mark, Result } from '../records/result.ts';

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

/** What a paper's new result changes; undefined where its points, its standing and its verdicts are as before. */
export function changeOf(before: Result | undefined, after: Result | undefined): Change | undefined {
  const [old, now] = [standing(before), standing(after)];
  const student = (after ?? before)?.student ?? '';
  if (!before || !after) {
    const kind = after ? 'new' : 'withdrawn';
    return { student, kind, before: old, after: now, by: '', problems: [], why: [] };
  }
  const problems = problemsChanged(before, after);
  const lines = linesChanged(before, after);
  if (old === now && problems.length === 0 && lines.length === 0) return undefined;
  return {
    student,
    kind: 'changed',
    before: old,
    after: now,
    by: byHow(old, now),
    problems,
    why: [...reasons(before, after), ...lines],
  };
}

function standing(result: Result | undefined): string {
  if (!result) return '';
  const { status, score, waiting, adjustments } = result;
  if (adjustments?.excused) return 'excused';
  if (status !== 'graded' && status !== 'needs-review') return status;
  return waiting === '0' ? score : `${score} (${waiting} wait)`;
}

function byHow(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => /^[\d.]+/.exec(text)?.[0]);
  if (old === undefined || now === undefined) return '';
  const change = new Decimal(now).minus(old);
  return change.gt(0) ? `+${change}` : change.toString();
}

function problemsChanged(before: Result, after: Result): string[] {
  return after.problems.flatMap(({ id, score, waiting }) => {
    const old = before.problems.find((problem) => problem.id === id);
    if (old?.score === score && old.waiting === waiting) return [];
    return [`${id} ${old?.score ?? '–'} → ${score}`];
  });
}

/** What of that which a result is made from is another now. */
function reasons(before: Result, after: Result): string[] {
  return [
    ...(before.submission === after.submission ? [] : ['handed in again']),
    ...(before.key === after.key ? [] : ['the key changed']),
    ...(before.gradcheck === after.gradcheck ? [] : [`Gradcheck ${after.gradcheck}`]),
    ...(decided(before) === decided(after) ? [] : ['people decided']),
  ];
}

const decided = (result: Result): string =>
  JSON.stringify([
    result.adjustments ?? {},
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
