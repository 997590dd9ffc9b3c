import type { Result } from '../../records/result.ts';
import { code, counted, plural } from '../text/counted.ts';
import { badge } from '../verdicts.ts';
import { linkTo } from './papers.ts';
import { bySize, capitalised, type Waiting } from './waiting-view.ts';

/** Answers under names that no problem or no field has, equal names together; and what else was not marked. */
export function strangers(results: readonly Result[]): Waiting[] {
  const open = results.filter(({ status, adjustments }) => status === 'needs-review' && !adjustments?.reviewed);
  const told = open.filter(({ unknown = [], problems }) => unknown.length > 0 || problems.some((one) => one.unknown));
  const others = open.filter(
    (result) => result.messages?.length && !told.includes(result) && !result.adjustments?.stale,
  );
  return [...strangeProblems(open), ...strangeFields(open), ...notMarked(others)];
}

function strangeProblems(open: readonly Result[]): Waiting[] {
  const named = open.flatMap((result) => (result.unknown ?? []).map((one) => ({ result, ...one })));
  return bySize(named, ({ problem, likely }) => [problem, ...likely]).map((group): Waiting => {
    const [{ problem, likely }] = group as [(typeof named)[number]];
    const [only] = likely;
    const mend =
      only === undefined || likely.length > 1
        ? `It may be ${likely.length > 0 ? likely.map(code).join(' or ') : 'another assignment’s'}.`
        : `It is likely ${code(only)}: gradcheck adjust … --problem ${only} --accept-name ${problem}`;
    return {
      verdict: badge('unreadable'),
      title: `${answering(group.length)} ${code(problem)}, which this assignment does not set`,
      says: `Nothing was marked or deducted. ${mend}`,
      links: group.map(({ result }) => linkTo(result)),
      files: [],
    };
  });
}

function strangeFields(open: readonly Result[]): Waiting[] {
  const named = open.flatMap((result) =>
    result.problems.flatMap((problem) => (problem.unknown ?? []).map(({ field }) => ({ result, problem, field }))),
  );
  return bySize(named, ({ problem, field }) => [problem.id, field]).map((group): Waiting => {
    const [{ problem, field }] = group as [(typeof named)[number]];
    return {
      verdict: badge('unreadable'),
      title: `${answering(group.length)} ${code(field)} in “${problem.title}”, which is no field of it`,
      says: `Nothing was marked or deducted. If it is another name for a field: gradcheck adjust … --problem ${problem.id} --accept-name ${field} --field …`,
      links: group.map(({ result }) => linkTo(result)),
      files: [],
    };
  });
}

const answering = (papers: number): string =>
  `${capitalised(counted(papers, 'paper'))} ${plural(papers, 'answers', 'answer')}`;

function notMarked(papers: readonly Result[]): Waiting[] {
  if (papers.length === 0) return [];
  return [
    {
      verdict: badge('unreadable'),
      title: `${capitalised(counted(papers.length, 'paper'))} ${plural(papers.length, 'holds', 'hold')} something that was not marked`,
      says: 'Nothing was deducted for it.',
      links: papers.map((result) => ({ ...linkTo(result), where: result.messages?.[0] ?? '' })),
      files: [],
    },
  ];
}
