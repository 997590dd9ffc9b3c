import type { GivenView, ProblemView } from '../student/view.ts';
import { lineBlocks, lineRow, tableHead } from './line.ts';
import { codeText, escapeText, sentenceText } from './text.ts';

/** A problem as a heading, a summary, a table of its lines and what is to be said about them. */
export function problemText(problem: ProblemView): string[] {
  const { points, lines, solutionShown, folded } = problem;
  const wait = points.waiting === '0' ? '' : `, ${points.waiting} waiting for a person`;
  const table =
    lines.length > 0
      ? [...tableHead(solutionShown), ...lines.map((line) => lineRow(line, solutionShown))].join('\n')
      : '';
  const blocks = [
    `## ${escapeText(problem.title)}`,
    `**${points.got} of ${points.outOf}${wait}.** ${sentenceText(problem.summary)}`,
    [givensText(problem.givens), escapeText(problem.rounding)].filter((text) => text !== '').join(' '),
    folded === undefined ? table : `<details><summary>${folded}</summary>\n\n${table}\n\n</details>`,
    ...lines.flatMap(lineBlocks),
    remarksText(problem.remarks),
    ...problem.unknown.map(
      ({ field, given, says }) => `- ${codeText(field)}: ${codeText(given)} ${sentenceText(says)}`,
    ),
    problem.revise.length > 0 ? `**Worth revising.** ${problem.revise.map(sentenceText).join(' ')}` : '',
  ];
  return blocks.filter((block) => block !== '');
}

function givensText(givens: readonly GivenView[]): string {
  const texts = givens.map(({ names, shown, values, matrix }) => {
    if (matrix) return codeText(`${names[0]} = [${matrix.map((cells) => cells.join(', ')).join('; ')}]`);
    return codeText(names.length > 1 ? `${shown.join(', ')} = ${values.join(', ')}` : `${names[0]} = ${values[0]}`);
  });
  return texts.length > 0 ? `Given: ${texts.join('; ')}.` : '';
}

const remarksText = (remarks: ProblemView['remarks']): string =>
  remarks.map(({ fields, says }) => `- ${fields.map(codeText).join(', ')}: ${sentenceText(says)}`).join('\n');
