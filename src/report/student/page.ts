import type { Result, Status } from '../../records/result.ts';
import { type Points, pointsOf } from '../points.ts';
import { withDecisions } from '../text/adjusted.ts';
import { visible, visibleRecord } from '../text/visible.ts';
import { badge, verdicts } from '../verdicts.ts';
import { headlineOf } from './headline.ts';
import { lookOf } from './look.ts';
import { problemView } from './problem.ts';
import type { BarPart, StudentView } from './view.ts';

const titles: Readonly<Record<Status, string>> = {
  graded: 'Worth knowing',
  'needs-review': 'Please note',
  'invalid-submission': 'What to mend',
  'grader-error': 'What happened',
  timeout: 'What happened',
};

/** The page of one paper, from its record alone. */
export function studentView(record: Result): StudentView {
  const result = withDecisions(visibleRecord(record));
  const { student, title = result.assignment, course, messages = [], gradcheck, submission, key } = result;
  const problems = result.problems.map((problem, i) => problemView(problem, i, result.solutionShown));
  const shown = new Set(
    problems.flatMap(({ lines }) =>
      lines.flatMap(({ verdict, parts }) => [verdict.id, ...parts.map((p) => p.verdict.id)]),
    ),
  );
  const marked = result.status === 'graded' || result.status === 'needs-review';
  const look = lookOf(result);
  const [first] = problems;
  const example = look[0] ?? (first?.lines[0] && { problem: first.title, field: first.lines[0].field });
  return {
    student: visible(student),
    title,
    ...(course && { course }),
    ...(marked && { points: pointsOf(result) }),
    headline: headlineOf(result),
    bar: marked ? barOf(pointsOf(result)) : [],
    messages,
    messagesTitle: titles[result.status],
    look,
    problems,
    legend: verdicts.filter((id) => shown.has(id)).map(badge),
    ...(example && { example }),
    provenance: { gradcheck, submission, key },
  };
}

function barOf({ got, lost, waiting }: Points): BarPart[] {
  const wait = Number(waiting) === 1 ? 'waits' : 'wait';
  const parts: BarPart[] = [
    { id: 'got', share: got, text: `${got} earned` },
    { id: 'lost', share: lost, text: `${lost} lost` },
    { id: 'wait', share: waiting, text: `${waiting} ${wait} for a person` },
  ];
  return parts.filter(({ share }) => Number(share) > 0);
}
