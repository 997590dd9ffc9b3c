import { Decimal } from '../exact/decimal.ts';
import type { Entry } from '../records/adjustments.ts';
import type { PaperAdjustments } from '../records/decisions.ts';
import type { ProblemResult, Result } from '../records/result.ts';
import { type Book, last } from './book.ts';
import { pointsText, sum } from './decimal.ts';
import { lateOf } from './late.ts';
import { adjustedProblem, commentsOf, decisionOf } from './points.ts';
import { restored } from './restored.ts';
import { type Stale, staleText } from './stale.ts';

/**
 * A result with what people decided about it. The machine's own verdicts and points stay in it, beside what counts now;
 * so a result that was adjusted before can be adjusted again, by other decisions.
 */
export function adjusted(given: Result, book: Book): Result {
  const result = restored(given);
  const entries = book.of(result.student);
  const group = book.groupOf(result.student);
  if (entries.length === 0 && !group) return result;
  const old: string[] = [];
  const stale: Stale = (entry, reason) => old.push(staleText(entry, reason));
  tellLost(result, entries, stale);
  const problems = result.problems.map((problem) => adjustedProblem(problem, entries, stale));
  const totals = totalsOf(result, problems);
  const paper = paperOf(result, entries, book, totals);
  const reviewed = (paper.reviewed ?? paper.excused) !== undefined;
  const points = paper.excused
    ? { score: '0', outOf: '0', waiting: '0' }
    : { ...totals, score: pointsText(new Decimal(totals.score).minus(paper.late?.taken ?? 0)) };
  const status = statusOf(result, problems, reviewed, old.length > 0);
  const machine = { score: result.score, outOf: result.outOf, waiting: result.waiting, status: result.status };
  const isChanged = Object.entries({ ...points, status }).some(([name, value]) => machine[name as 'score'] !== value);
  const adjustments: PaperAdjustments = { ...paper, ...(old.length > 0 && { stale: old }) };
  return {
    ...result,
    ...points,
    status,
    ...(isChanged && { machine }),
    ...(Object.keys(adjustments).length > 0 && { adjustments }),
    problems,
  };
}

/** Decisions about problems and lines that the paper does not have. */
function tellLost({ problems, status }: Result, entries: readonly Entry[], stale: Stale): void {
  if (status !== 'graded' && status !== 'needs-review') return;
  for (const entry of entries) {
    const { problem: id, field } = entry as { problem?: string; field?: string };
    if (id === undefined) continue;
    const problem = problems.find((one) => one.id === id);
    if (!problem) stale(entry, 'the assignment does not set this problem');
    else if (field !== undefined && !problem.marks.some((mark) => mark.field === field))
      stale(entry, 'the paper has no such line any more');
  }
}

/** What changed is added to the machine's totals, which are of unrounded points. */
function totalsOf(result: Result, problems: readonly ProblemResult[]) {
  const total = (of: 'score' | 'outOf' | 'waiting'): string => {
    const change = sum(problems.map((problem) => problem[of])).minus(
      sum(result.problems.map((problem) => problem[of])),
    );
    return pointsText(change.plus(result[of]));
  };
  return { score: total('score'), outOf: total('outOf'), waiting: total('waiting') };
}

function paperOf(
  result: Result,
  entries: readonly Entry[],
  book: Book,
  totals: { score: string; outOf: string },
): PaperAdjustments {
  const excused = last(entries, 'excused', ({ problem }) => problem === undefined);
  const isThis = (submission: string | undefined): boolean =>
    submission === undefined || submission === result.submission;
  const reviewed = last(entries, 'reviewed', ({ submission }) => isThis(submission));
  const extension = last(entries, 'extension');
  const isMarked = result.status === 'graded' || result.status === 'needs-review';
  const late = isMarked ? lateOf(book.policy, entries, result.student, totals) : undefined;
  const group = book.groupOf(result.student);
  return {
    ...commentsOf(entries),
    ...(excused && { excused: decisionOf(excused) }),
    ...(reviewed && { reviewed: decisionOf(reviewed) }),
    ...(extension && { extension: { ...decisionOf(extension), days: extension.days } }),
    ...(late && { late }),
    ...(group && { group: [...group.students] }),
  };
}

/** A paper whose points are all decided, and whose messages a person has read, waits no longer. */
function statusOf(
  { status, messages = [] }: Result,
  problems: readonly ProblemResult[],
  reviewed: boolean,
  stale: boolean,
): Result['status'] {
  if (status !== 'graded' && status !== 'needs-review') return status;
  if (stale) return 'needs-review';
  if (status === 'graded' || reviewed) return 'graded';
  const waits = problems
    .filter((problem) => !problem.adjusted && !problem.excused)
    .some(({ marks }) =>
      marks.some(({ verdict, adjusted: by }) => !by && (verdict === 'unreadable' || verdict === 'review')),
    );
  return waits || messages.length > 0 ? 'needs-review' : 'graded';
}
