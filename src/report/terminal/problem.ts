import type { ProblemView } from '../student/view.ts';
import { plainText } from '../text/sentence.ts';
import { visible } from '../text/visible.ts';
import { spread, wrapped } from './layout.ts';
import { columnsOf, headLine, lineLines } from './line.ts';
import type { Style } from './style.ts';

/** A problem in lines of at most `width` columns. Where every line is right, one sentence is enough. */
export function problemLines(problem: ProblemView, width: number, style: Style): string[] {
  const { points, lines, folded } = problem;
  const wait = points.waiting === '0' ? '' : `, ${points.waiting} waiting`;
  const columns = columnsOf(problem, width, style);
  const table =
    folded !== undefined || lines.length === 0
      ? []
      : [headLine(columns, style), ...lines.flatMap((line) => lineLines(line, columns, width, style))];
  return [
    style.bold(spread(visible(problem.title), `${points.got} / ${points.outOf}${wait}`, width)),
    style.rule(width, '-'),
    ...wrapped(plainText(problem.summary), width, '  '),
    '',
    ...table,
    ...belowTable(problem, width),
  ];
}

function belowTable({ remarks, unknown, revise }: ProblemView, width: number): string[] {
  const texts = [
    ...remarks.map(({ fields, says }) => `${fields.join(', ')}: ${plainText(says)}`),
    ...unknown.map(({ field, says }) => `Not marked, "${visible(field).slice(0, 40)}": ${plainText(says)}`),
    ...revise.map((text) => `Worth revising. ${plainText(text)}`),
  ];
  return texts.flatMap((text) => ['', ...wrapped(text, width, '  ')]);
}
