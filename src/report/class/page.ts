import type { ClassRecord } from '../../records/class.ts';
import { capital, counted, plural } from '../text/counted.ts';
import { plainText } from '../text/sentence.ts';
import { cut, visible, visibleRecord } from '../text/visible.ts';
import { badge, verdicts } from '../verdicts.ts';
import { changesOf } from './changes.ts';
import { linesOfClass } from './heat.ts';
import { isMarked, linesOf } from './papers.ts';
import { queueOf, queueTokens } from './queue.ts';
import { filtersOf, rowOf, studentTokens } from './rows.ts';
import { histogramOf, quantile, scoresOf } from './scores.ts';
import { slipsMade, slipsOf } from './slips.ts';
import { problemsOf, stripOf } from './strips.ts';
import type { ClassView, Fact, RowView, SlipView } from './view.ts';
import { waitingOf } from './waiting.ts';

/** The page of a class, from its results alone. */
export function classView(given: ClassRecord): ClassView {
  // One by one: the text of a large class is longer than any text may be.
  const record = { ...given, results: given.results.map(visibleRecord), broken: given.broken.map(visibleRecord) };
  const { assignment, title, course, results, previous } = record;
  const problems = problemsOf(results);
  const lines = linesOfClass(problems);
  const strips = [...problems.values()].map((found) => stripOf(found, lines));
  const made = slipsMade(linesOf(results));
  const slips = slipsOf(made, results.filter(isMarked).length, problems.size > 1);
  const changes = changesOf(results, previous);
  const waiting = waitingOf(record);
  const queue = queueOf(waiting);
  const tokens = studentTokens(made, slips, changes, queueTokens(waiting));
  const rows = results.map((result) => rowOf(result, { problems: [...problems.keys()], lines, tokens }));
  const histogram = histogramOf(results);
  const shown = new Set([
    ...strips.flatMap(({ segments }) => segments.map(({ verdict }) => verdict.id)),
    ...strips.flatMap(({ heat }) => heat.columns.map(({ id }) => id)),
  ]);
  const badges = verdicts.filter((id) => shown.has(id)).map(badge);
  return {
    title: visible(title),
    ...(course !== undefined && { course: visible(course) }),
    headline: headlineOf(record, slips, rows),
    facts: factsOf(record, rows),
    queue,
    ...(histogram && { histogram }),
    ...(changes && { changes }),
    problems: strips,
    legend: badges,
    shownVerdicts: badges,
    slips,
    filters: filtersOf(rows, queue.groups, slips, (sentence) => cut(plainText(sentence), 110)),
    columns: [...problems].map(([id, [first]]) => ({ short: cut(first?.title ?? id, 34), title: first?.title ?? id })),
    rows,
    provenance: provenanceOf(assignment, results),
  };
}

const needsEyes = (rows: readonly RowView[]): number =>
  rows.filter(({ tokens }) => tokens.split(' ').includes('person')).length;

function factsOf({ results, broken }: ClassRecord, rows: readonly RowView[]): Fact[] {
  const scores = scoresOf(results);
  const [first] = results.filter(isMarked);
  const middle = [quantile(scores, 0.25), quantile(scores, 0.75)].map(String);
  const eyes = needsEyes(rows) + broken.length;
  return [
    { value: String(scores.length), label: `${plural(scores.length, 'paper')} graded` },
    ...(first ? [{ value: String(quantile(scores, 0.5)), label: `median, of ${first.outOf} points` }] : []),
    ...(scores.length > 3 ? [{ value: middle.join('–'), label: 'middle half' }] : []),
    ...(eyes > 0 ? [{ value: String(eyes), label: `${plural(eyes, 'waits', 'wait')} for a person` }] : []),
  ];
}

function headlineOf({ results, broken }: ClassRecord, slips: readonly SlipView[], rows: readonly RowView[]): string[] {
  const marked = results.filter(isMarked).length;
  if (marked === 0) return ['No paper could be graded.'];
  const [first] = slips;
  const eyes = needsEyes(rows) + broken.length;
  const shared =
    first && first.papers > 1 ? `${capital(counted(first.papers, 'paper'))} share one slip, in ${first.where}.` : '';
  const look =
    eyes > 0
      ? `${capital(counted(eyes, 'paper'))} ${plural(eyes, 'waits', 'wait')} for a person before the marks go out.`
      : 'Nothing waits for a person.';
  return [`${capital(counted(marked, 'paper'))} ${plural(marked, 'was', 'were')} graded.`, shared, look].filter(
    (text) => text !== '',
  );
}

function provenanceOf(assignment: string, results: ClassRecord['results']): ClassView['provenance'] {
  const keys = [...new Set(results.map(({ key }) => key))];
  return { assignment, gradcheck: [...new Set(results.map(({ gradcheck }) => gradcheck))].join(', '), keys };
}
