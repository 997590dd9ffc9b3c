import type { Result } from '../../records/result.ts';
import { studentView } from '../student/page.ts';
import type { StudentView } from '../student/view.ts';
import { plainText } from '../text/sentence.ts';
import { visible } from '../text/visible.ts';
import { fitted, spread, wrapped } from './layout.ts';
import { problemLines } from './problem.ts';
import { asciiView, type Style, styleOf, type TerminalOptions, toAscii } from './style.ts';

/** A student's page for a terminal: no line is wider than `width` columns. */
export function studentTerminal(result: Result, options: TerminalOptions): string {
  const view = studentView(result);
  const page = options.ascii ? asciiView(view) : view;
  const style = styleOf(options);
  const width = Math.max(60, Math.min(100, options.width));
  const lines = [
    ...headLines(page, width, style),
    ...messageLines(page, width),
    ...lookLines(page, width, style),
    ...mapLines(page, width, style),
    ...page.problems.flatMap((problem) => ['', ...problemLines(problem, width, style)]),
    ...legendLines(page, width, style),
  ];
  const text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  return options.ascii ? toAscii(text) : text;
}

function headLines(page: StudentView, width: number, style: Style): string[] {
  const { title, course, student, points, headline } = page;
  const who = visible([...(course ? [course] : []), student].join('  ')).slice(0, 40);
  const wait = points && points.waiting !== '0' ? `   and ${points.waiting} wait for a person` : '';
  const covers = points && points.waiting !== '0' ? [`  ${coverText(points)}`] : [];
  const score = points ? ['', `  ${style.bold(`${points.got} / ${points.outOf}`)}${wait}`, ...covers] : [];
  return [
    spread(style.bold(visible(title)), who, width),
    style.rule(width, '='),
    ...score,
    '',
    ...wrapped(headline.map(plainText).join(' '), width, '  '),
  ];
}

/** How much of the paper was marked: what waits is in no score. */
function coverText({ outOf, waiting }: { readonly outOf: string; readonly waiting: string }): string {
  const share = Math.floor((100 * (Number(outOf) - Number(waiting))) / Number(outOf));
  return `The score covers ${Number.isFinite(share) ? share : 0} % of the paper.`;
}

const messageLines = ({ messages, messagesTitle }: StudentView, width: number): string[] =>
  messages.length > 0
    ? ['', `  ${messagesTitle}`, ...messages.flatMap((message) => wrapped(visible(message), width, '    '))]
    : [];

function lookLines({ look }: StudentView, width: number, style: Style): string[] {
  if (look.length === 0) return [];
  const wide = Math.min(20, Math.max(...look.map(({ field }) => field.length)));
  const items = look.flatMap(({ verdict, field, cost, says }) => {
    const [first = '', ...rest] = wrapped(plainText(says), width - wide - 22);
    const lead = `    ${style.sign(verdict)}  ${fitted(field, wide)}  ${fitted(cost, 12)}`;
    return [`${lead}${first}`, ...rest.map((line) => `${' '.repeat(wide + 20 + style.signWidth)}${line}`)];
  });
  return ['', `  ${style.bold('Look at these first')}`, ...items];
}

function mapLines({ problems }: StudentView, width: number, style: Style): string[] {
  if (problems.length < 2) return [];
  const rows = problems.map(({ title, strip, points }) => {
    const shown = strip.map(({ verdict, n }) => style.sign(verdict) + (n === undefined ? '' : `${n} `)).join('');
    const wait = points.waiting === '0' ? '' : `, ${points.waiting} waiting`;
    return spread(
      `  ${fitted(visible(title), width - 24 - 20)}  ${shown}`,
      `${points.got} / ${points.outOf}${wait}`,
      width,
    );
  });
  return ['', ...rows];
}

function legendLines({ legend }: StudentView, width: number, style: Style): string[] {
  if (legend.length === 0) return [];
  const signs = legend.map((badge) => `${style.sign(badge).trim()} ${badge.word.toLowerCase()}`);
  return ['', ...wrapped(signs.join('   '), width)];
}
