import { scoreText } from '../points.ts';
import type { LineView, PartView } from '../student/view.ts';
import { digitLines } from '../text/digit-lines.ts';
import { codeText, escapeText, quoted, row, sentenceText } from './text.ts';

/** The head of a problem's table. */
export const tableHead = (solutionShown: boolean): string[] =>
  solutionShown
    ? [row(['', 'Line', 'You wrote', 'Worked solution', 'With your numbers', 'Mark']), '|---|---|---|---|---|---|']
    : [row(['', 'Line', 'You wrote', 'With your numbers', 'Mark']), '|---|---|---|---|---|'];

/** One line as a row of the table. */
export function lineRow(line: LineView, solutionShown: boolean): string {
  const { verdict, points, own, solution, given, read } = line;
  const mark = points.outOf === '0' ? 'no points' : scoreText(points);
  const written =
    given === undefined ? '' : codeText(given) + (read === undefined ? '' : ` (read as ${codeText(read)})`);
  return row([
    verdict.sign,
    codeText(line.equation),
    written,
    ...(solutionShown ? [solution ? codeText(solution.line) : ''] : []),
    own ? `${escapeText(own.value)} (from ${own.from.map(({ field }) => codeText(field)).join(', ')})` : '',
    `${verdict.word.toLowerCase()}, ${mark}`,
  ]);
}

/** What is said below the table about one line: explanation, work shown and remarks. */
export function lineBlocks(line: LineView): string[] {
  const { why, field } = line;
  const notes = line.notes.map((note) => quoted([`**${codeText(field)}** ${sentenceText(note)}`]));
  const parts = line.parts.flatMap((part) => (part.says ? [quoted(partLines(field, part))] : []));
  if (!why) return [...parts, ...notes];
  const digits = why.digits ? ['', '```', ...digitLines(why.digits), '```'] : [];
  const facts = why.facts.flatMap(({ term, text }) => [`- **${escapeText(term)}.** ${sentenceText(text)}`]);
  const said = [`**${escapeText(why.tag)}, ${codeText(field)}.** ${sentenceText(why.says)}`, ...digits];
  return [quoted(facts.length > 0 ? [...said, '', ...facts] : said), ...parts, ...notes];
}

function partLines(field: string, { says = '', digits }: PartView): string[] {
  const shown = digits ? ['', '```', ...digitLines(digits), '```'] : [];
  return [`**The work you show, ${codeText(field)}.** ${sentenceText(says)}`, ...shown];
}
