import type { ClassRecord } from '../../records/class.ts';
import type { Result } from '../../records/result.ts';
import { pooledText } from '../pooled.ts';
import { code, counted, plural } from '../text/counted.ts';
import { cut } from '../text/visible.ts';
import { badge, waits } from '../verdicts.ts';
import { type Found, grouped, linesOf, linkTo, linkToLine } from './papers.ts';
import { strangers } from './strangers.ts';
import { bySize, capitalised, type Waiting } from './waiting-view.ts';

/** What a person has to look at before the marks go out, most urgent first; equal answers once. */
export function waitingOf({ results, broken }: ClassRecord): Waiting[] {
  const lines = linesOf(results);
  return [
    ...stopped(results),
    ...brokenFiles(broken),
    ...stale(results),
    ...unexplained(lines),
    ...unreadable(lines),
    ...strangers(results),
    ...reviews(lines),
  ];
}

function stopped(results: readonly Result[]): Waiting[] {
  const kinds = [
    [
      'grader-error',
      'stopped the grader',
      'This is a fault of Gradcheck, not of the student. Please report it; the paper counts neither for nor against anybody.',
    ],
    ['timeout', 'took too long', 'Marking was stopped; the paper counts neither for nor against anybody.'],
    ['invalid-submission', 'cannot be marked', 'The page of each paper says what is wrong in it and what mends it.'],
  ] as const;
  return kinds.flatMap(([status, what, says]): Waiting[] => {
    const found = results.filter((result) => result.status === status && !result.adjustments?.excused);
    if (found.length === 0) return [];
    const title = `${capitalised(counted(found.length, 'paper'))} ${what}`;
    const links = found.map((result) => ({ ...linkTo(result), where: result.messages?.[0] ?? '' }));
    return [{ verdict: badge('unreadable'), title, says, links, files: [] }];
  });
}

function brokenFiles(broken: ClassRecord['broken']): Waiting[] {
  if (broken.length === 0) return [];
  const title = `${capitalised(counted(broken.length, 'file'))} ${plural(broken.length, 'is', 'are')} nobody’s paper`;
  const says = 'The other papers are not affected.';
  return [{ verdict: badge('unreadable'), title, says, links: [], files: broken }];
}

/** What people decided, where the machine has changed its mind since. */
function stale(results: readonly Result[]): Waiting[] {
  const found = results.filter(({ adjustments }) => adjustments?.stale);
  if (found.length === 0) return [];
  const title = `${capitalised(counted(found.length, 'paper'))} ${plural(found.length, 'has', 'have')} an adjustment that no longer applies`;
  const says = 'The machine says something else than when it was made. Decide anew.';
  const links = found.map((result) => ({ ...linkTo(result), where: result.adjustments?.stale?.[0] ?? '' }));
  return [{ verdict: badge('review'), title, says, links, files: [] }];
}

/** Wrong answers that several papers share and that no slip explains: the key may not know a reading of the question. */
function unexplained(lines: readonly Found[]): Waiting[] {
  const wrong = lines.filter(({ mark }) => mark.verdict === 'wrong' && mark.read !== undefined && !mark.adjusted);
  const allWrong = grouped(
    lines.filter(({ mark }) => mark.verdict === 'wrong' || mark.verdict === 'slip'),
    lineOf,
  );
  return bySize(wrong, ({ problem, mark }) => [problem.id, mark.field, finalValue(mark.read)])
    .filter((found) => found.length > 1)
    .map((found, i): Waiting => {
      const [first] = found as [Found];
      const { problem, mark } = first;
      const title = `${capitalised(counted(found.length, 'paper'))} give ${finalValue(mark.read)} for ${code(mark.field)} in “${problem.title}”, and no slip is proved`;
      const why =
        'An answer that several papers share is often a reading of the question that the key does not know. Look at one of them.';
      const links = found.map((one) => linkToLine(one));
      const pooled = pooledText(mark, found.length, allWrong.get(lineOf(first))?.length ?? found.length);
      const says = [i === 0 ? why : '', pooled ?? ''].filter((text) => text !== '').join(' ');
      return { verdict: badge('wrong'), title, says, links, files: [] };
    });
}

const lineOf = ({ problem, mark }: Found): string => JSON.stringify([problem.id, mark.field]);

/** The last line of how an answer was read. */
const finalValue = (read = ''): string => read.split('\n').at(-1)?.split(/[=≈]/).at(-1)?.trim() ?? '';

/** Answers that could not be read, equal ones together. */
function unreadable(lines: readonly Found[]): Waiting[] {
  const found = lines.filter(({ mark }) => mark.verdict === 'unreadable' && waits(mark));
  return bySize(found, ({ problem, mark }) => [problem.id, mark.field, (mark.given ?? '').trim()]).map(
    (group, i): Waiting => {
      const [first] = group as [Found];
      const { problem, mark } = first;
      const title = `${capitalised(counted(group.length, 'answer'))} to ${code(mark.field)} in “${problem.title}” could not be read: ${cut(mark.given ?? '', 60)}`;
      const says = i === 0 ? 'Nothing was deducted. Read them, or ask the student.' : '';
      return { verdict: badge('unreadable'), title, says, links: group.map((one) => linkToLine(one)), files: [] };
    },
  );
}

/** Answers that only a person can mark; those that carry no points hold up no marks. */
function reviews(lines: readonly Found[]): Waiting[] {
  const found = lines.filter(({ mark }) => mark.verdict === 'review' && waits(mark) && Number(mark.outOf) > 0);
  return bySize(found, ({ problem, mark }) => [problem.id, mark.field]).map((group) => {
    const [first] = group as [Found];
    const title = `${capitalised(counted(group.length, 'answer'))} to ${code(first.mark.field)} in “${first.problem.title}” ${plural(group.length, 'waits', 'wait')} for a reader`;
    const [notes = '', ...others] = new Set(group.map(({ mark }) => (mark.notes ?? []).join(' ')));
    const points = `${first.mark.outOf} points each, which the scores do not count yet.`;
    const says = others.length === 0 && notes !== '' ? `${points} ${notes}` : points;
    return { verdict: badge('review'), title, says, links: group.map((one) => linkToLine(one)), files: [] };
  });
}
