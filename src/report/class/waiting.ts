import type { ClassRecord } from '../../records/class.ts';
import { code, counted, plural } from '../text/counted.ts';
import { badge } from '../verdicts.ts';
import { type Found, grouped, linesOf, linkTo, linkToLine } from './papers.ts';
import type { WaitingView } from './view.ts';

/** What a person has to look at before the marks go out, most urgent first. */
export function waitingOf({ results, broken }: ClassRecord): WaitingView[] {
  const lines = linesOf(results);
  return [
    ...stopped({ results }),
    ...brokenFiles(broken),
    ...unexplained(lines),
    ...unreadable(lines),
    ...strangers({ results }),
    ...reviews(lines),
  ];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function stopped({ results }: Pick<ClassRecord, 'results'>): WaitingView[] {
  const kinds = [
    [
      'grader-error',
      'stopped the grader',
      'This is a fault of Gradcheck, not of the student. Please report it; the paper counts neither for nor against anybody.',
    ],
    ['timeout', 'took too long', 'Marking was stopped; the paper counts neither for nor against anybody.'],
    ['invalid-submission', 'cannot be marked', 'The page of each paper says what is wrong in it and what mends it.'],
  ] as const;
  return kinds.flatMap(([status, what, says]): WaitingView[] => {
    const found = results.filter((result) => result.status === status);
    if (found.length === 0) return [];
    const title = `${capitalised(counted(found.length, 'paper'))} ${what}`;
    const links = found.map((result) => ({ ...linkTo(result), where: result.messages?.[0] ?? '' }));
    return [{ verdict: badge('unreadable'), title, says, links, files: [] }];
  });
}

function brokenFiles(broken: ClassRecord['broken']): WaitingView[] {
  if (broken.length === 0) return [];
  const title = `${capitalised(counted(broken.length, 'file'))} ${plural(broken.length, 'is', 'are')} nobody’s paper`;
  const says = 'The other papers are not affected.';
  return [{ verdict: badge('unreadable'), title, says, links: [], files: broken }];
}

/** Wrong answers that several papers share and that no slip explains: the key may not know a reading of the question. */
function unexplained(lines: readonly Found[]): WaitingView[] {
  const wrong = lines.filter(({ mark }) => mark.verdict === 'wrong' && mark.value !== undefined);
  const shared = [...grouped(wrong, ({ problem, mark }) => JSON.stringify([problem.id, mark.field, mark.value]))];
  return shared
    .filter(([, found]) => found.length > 1)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([, found], i): WaitingView => {
      const [first] = found as [Found];
      const { problem, mark } = first;
      const title = `${capitalised(counted(found.length, 'paper'))} give ${mark.value} for ${code(mark.field)} in “${problem.title}”, and no slip is proved`;
      const why =
        'An answer that several papers share is often a reading of the question that the key does not know. Look at one of them.';
      return {
        verdict: badge('wrong'),
        title,
        says: i === 0 ? why : '',
        links: found.map((one) => linkToLine(one)),
        files: [],
      };
    });
}

function unreadable(lines: readonly Found[]): WaitingView[] {
  const found = lines.filter(({ mark }) => mark.verdict === 'unreadable');
  if (found.length === 0) return [];
  const title = `${capitalised(counted(found.length, 'answer'))} could not be read`;
  const says = 'Nothing was deducted. Read them, or ask the student.';
  return [{ verdict: badge('unreadable'), title, says, links: found.map((one) => linkToLine(one, true)), files: [] }];
}

/** Answers to what the assignment does not set, and lines that no problem has. */
function strangers({ results }: Pick<ClassRecord, 'results'>): WaitingView[] {
  const found = results.filter(({ status, messages = [] }) => status === 'needs-review' && messages.length > 0);
  if (found.length === 0) return [];
  const title = `${capitalised(counted(found.length, 'paper'))} ${plural(found.length, 'holds', 'hold')} something that was not marked`;
  const says = 'Most often a name was misspelt. Nothing was deducted for it.';
  const links = found.map((result) => ({ ...linkTo(result), where: result.messages?.[0] ?? '' }));
  return [{ verdict: badge('unreadable'), title, says, links, files: [] }];
}

function reviews(lines: readonly Found[]): WaitingView[] {
  const found = lines.filter(({ mark }) => mark.verdict === 'review');
  return [...grouped(found, ({ problem, mark }) => JSON.stringify([problem.id, mark.field])).values()].map((group) => {
    const [first] = group as [Found];
    const title = `${capitalised(counted(group.length, 'answer'))} to “${first.problem.title}” ${plural(group.length, 'waits', 'wait')} for a reader`;
    const says = `${first.mark.outOf} points each, which the scores do not count yet.`;
    return { verdict: badge('review'), title, says, links: group.map((one) => linkToLine(one)), files: [] };
  });
}
