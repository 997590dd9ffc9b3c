import type { Result } from '../../records/result.ts';
import { waits } from '../verdicts.ts';
import { type LineOfClass, verdictLetters } from './heat.ts';
import { hardest, isMarked, linkTo, standingOf } from './papers.ts';
import type { Made } from './slips.ts';
import type { ChangesView, Filter, RowView, SlipView, WaitingView } from './view.ts';

/** What the filter of the list knows about the class. */
export interface RowContext {
  readonly problems: readonly string[];
  readonly lines: readonly LineOfClass[];
  /** The tokens of each student: groups of the queue, slips, what changed. */
  readonly tokens: ReadonlyMap<string, readonly string[]>;
}

/** One paper in the list. */
export function rowOf(result: Result, context: RowContext): RowView {
  const marked = isMarked(result);
  const excused = result.adjustments?.excused !== undefined;
  const byId = new Map(result.problems.map((problem) => [problem.id, problem]));
  const cells = (marked ? context.problems : []).map((id) => {
    const problem = byId.get(id);
    const verdict = problem && hardest(problem);
    return { ...(verdict && { verdict }), points: problem && !allWaits(problem) ? problem.score : '' };
  });
  return {
    ...linkTo(result),
    score: marked && !excused ? result.score : '–',
    standing: excused ? 'excused' : standingOf(result),
    tokens: [...ownTokens(result), ...(context.tokens.get(result.student) ?? [])].join(' '),
    cells,
    letters: verdictLetters(result, context.lines),
  };
}

const allWaits = ({ waiting, outOf }: { waiting: string; outOf: string }): boolean =>
  Number(waiting) > 0 && Number(waiting) >= Number(outOf);

function ownTokens(result: Result): string[] {
  const marked = isMarked(result);
  const { excused } = result.adjustments ?? {};
  const open = result.problems.filter((problem) => !problem.adjusted && !problem.excused);
  const waiting = open.some(({ marks }) => marks.some((mark) => waits(mark) && Number(mark.outOf) > 0));
  const person = !excused && (!marked || result.status === 'needs-review' || waiting);
  return [
    ...(person ? ['person'] : []),
    ...(marked && !excused && Number(result.score) < Number(result.outOf) / 2 ? ['low'] : []),
    ...(result.machine || result.adjustments ? ['decided'] : []),
  ];
}

/** By student the slips that the paper shows, and what changed since the last run. */
export function studentTokens(
  made: readonly Made[],
  slips: readonly (SlipView & { readonly key: string })[],
  changes: ChangesView | undefined,
  queue: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const tokens = new Map<string, string[]>([...queue].map(([student, own]) => [student, [...own]]));
  const give = (student: string, token: string): void => {
    const own = tokens.get(student);
    if (!own) tokens.set(student, [token]);
    else if (!own.includes(token)) own.push(token);
  };
  const bySlip = new Map(slips.map(({ key, token }) => [key, token]));
  for (const { found, key } of made) {
    const token = bySlip.get(key);
    if (token !== undefined) give(found.result.student, token);
  }
  for (const { student } of changes?.rows ?? []) give(student, 'changed');
  for (const { student } of changes?.added ?? []) give(student, 'new');
  return tokens;
}

/** The choices of the filter, each with how many papers it leaves. */
export function filtersOf(
  rows: readonly RowView[],
  groups: readonly WaitingView[],
  slips: readonly SlipView[],
  plain: (sentence: string) => string,
): Filter[] {
  const counts = new Map<string, number>();
  for (const { tokens } of rows) for (const token of tokens.split(' ')) counts.set(token, (counts.get(token) ?? 0) + 1);
  const all = [
    { token: 'person', text: 'waits for a person' },
    { token: 'low', text: 'below half of the points' },
    { token: 'changed', text: 'changed since the last run' },
    { token: 'new', text: 'new since the last run' },
    { token: 'decided', text: 'people decided something' },
    ...groups.map(({ token, title }) => ({ token, text: plain(title) })),
    ...slips.map(({ token, kind, says, where }) => ({ token, text: plain(`${kind}: ${says} (${where})`) })),
  ];
  return all.flatMap(({ token, text }) => {
    const n = counts.get(token) ?? 0;
    return n > 0 ? [{ token, text: `${text} (${n})` }] : [];
  });
}
