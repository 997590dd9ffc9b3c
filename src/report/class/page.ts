import type { ClassRecord } from '../../records/class.ts';
import { capital, counted, plural } from '../text/counted.ts';
import { plainText } from '../text/sentence.ts';
import { cut, visibleRecord } from '../text/visible.ts';
import { badge, verdicts } from '../verdicts.ts';
import { changesOf } from './changes.ts';
import { isMarked, linesOf } from './papers.ts';
import { filtersOf, rowOf } from './rows.ts';
import { histogramOf, quantile, scoresOf } from './scores.ts';
import { slipsMade, slipsOf } from './slips.ts';
import { problemsOf, stripOf } from './strips.ts';
import type { ClassView, Fact, RowView, SlipView } from './view.ts';
import { waitingOf } from './waiting.ts';

/** The page of a class, from its results alone. */
export function classView(given: ClassRecord): ClassView {
  const record = visibleRecord(given);
  const { assignment, title, course, results, previous } = record;
  const problems = problemsOf(results);
  const strips = [...problems.values()].map(stripOf);
  const made = slipsMade(linesOf(results));
  const slips = slipsOf(made, results.filter(isMarked).length, problems.size > 1);
  const changes = changesOf(results, previous);
  const context = { problems: [...problems.keys()], slips, made, changes };
  const rows = results.map((result) => rowOf(result, context));
  const histogram = histogramOf(results);
  const shown = new Set(strips.flatMap(({ segments }) => segments.map(({ verdict }) => verdict.id)));
  return {
    title,
    ...(course !== undefined && { course }),
    headline: headlineOf(record, slips, rows),
    facts: factsOf(record, rows),
    waiting: waitingOf(record),
    ...(histogram && { histogram }),
    ...(changes && { changes }),
    problems: strips,
    legend: verdicts.filter((id) => shown.has(id)).map(badge),
    slips,
    filters: filtersOf(rows, slips, (sentence) => cut(plainText(sentence), 110)),
    columns: [...problems].map(([id, [first]]) => ({ short: cut(id, 12), title: first?.title ?? id })),
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
