import { scoreText } from '../points.ts';
import type { LineView, ProblemView } from '../student/view.ts';
import { digitLines } from '../text/digit-lines.ts';
import { plainText } from '../text/sentence.ts';
import { visible } from '../text/visible.ts';
import { fits, fitted, wrapped } from './layout.ts';
import type { Style } from './style.ts';

/** Widths of the columns of a problem, which share what the signs leave. */
export interface Columns {
  readonly field: number;
  readonly given: number;
  readonly solution: number;
  readonly own: number;
}

const word = 18;
const score = 9;

/** The columns for this terminal: no wider than needed, and each no wider than its share. */
export function columnsOf({ lines, solutionShown }: ProblemView, width: number, style: Style): Columns {
  const room = width - 5 - style.signWidth - word - score;
  const column = (of: (line: LineView) => string, head: string, share: number): number => {
    const longest = Math.max(head.length, ...lines.map((line) => of(line).length));
    return Math.min(Math.floor(room * share), longest + 2);
  };
  const field = column((line) => line.field, 'line', 0.36);
  const own = lines.some((line) => line.own) ? column(ownText, 'follows', 0.22) : 0;
  const solution = solutionShown ? column((line) => line.solution?.value ?? '', 'solution', 0.22) : 0;
  return { field, given: room - field - own - solution, solution, own };
}

const ownText = ({ own }: LineView): string => (own ? own.value : '');
/** An answer that is too long is shown by its last line, or by the number that it comes to. */
function shortAnswer({ given = '-', value }: LineView, width: number): string {
  const line = oneLine(given);
  if (fits(line, width)) return line;
  const last = oneLine(given.slice(given.lastIndexOf('\n') + 1));
  if (value !== undefined && !fits(last, width - 2)) return `… = ${value}`;
  return last === line ? line : `… ${last}`;
}

const oneLine = (text: string): string => visible(text).replaceAll('\n', ' / ');

/** The names of the columns. */
export function headLine(columns: Columns, style: Style): string {
  const { field, given, solution, own } = columns;
  const head = [
    fitted('line', field),
    fitted('you wrote', given),
    fitted('solution', solution),
    fitted('follows', own),
  ];
  const names = head.filter((_, i) => [field, given, solution, own][i] !== 0);
  return style.dim(`${' '.repeat(4 + style.signWidth)}${names.join('')}mark`);
}

/** One line with everything that is said about it. `width`: columns of the terminal. */
export function lineLines(line: LineView, columns: Columns, width: number, style: Style): string[] {
  const { verdict, points, rail, solution } = line;
  const mark = scoreText(points);
  const cells = [
    fitted(line.field, columns.field - 1),
    fitted(shortAnswer(line, columns.given - 1), columns.given - 1),
    ...(columns.solution > 0 ? [fitted(solution?.value ?? '', columns.solution - 1)] : []),
    ...(columns.own > 0 ? [fitted(ownText(line), columns.own - 1)] : []),
  ].join(' ');
  const judged = `${style.tone(verdict.tone, fitted(verdict.word.toLowerCase(), word))}${mark.padStart(score)}`;
  const before = rail ? style.rail[rail] : ' ';
  const goesOn = rail === 'start' || rail === 'node' ? style.rail.on : rail === 'through' ? style.rail.through : ' ';
  const below = belowLines(line, width, `${goesOn}    `);
  return [`${before} ${style.sign(verdict)}  ${cells} ${judged}`, ...below];
}

function belowLines(line: LineView, width: number, margin: string): string[] {
  const { why, read } = line;
  const own = line.notes.map(plainText);
  const shown = line.parts.flatMap(({ says, digits }) => [
    ...(says ? [plainText(says)] : []),
    ...(digits ? digitLines(digits).map(indented) : []),
  ]);
  const said = why
    ? [`${why.tag}. ${plainText(why.says)}`, ...(why.digits ? ['', ...digitLines(why.digits).map(indented), ''] : [])]
    : [];
  const facts = (why?.facts ?? []).map(({ term, text }) => `${term}: ${plainText(text)}`);
  const texts = [...(read === undefined ? [] : [`Read as ${oneLine(read)}.`]), ...said, ...facts, ...shown, ...own];
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text) => (text === '' ? [margin.trimEnd()] : wrappedOrKept(text, width, margin)));
  return why || shown.length > 0 ? [margin.trimEnd(), ...lines, margin.trimEnd()] : lines;
}

const indented = (text: string): string => `  ${text}`;

/** Columns of digits keep their spaces where they fit. */
const wrappedOrKept = (text: string, width: number, margin: string): string[] =>
  text.startsWith('  ') && text.length + margin.length <= width ? [margin + text] : wrapped(text, width, margin);
