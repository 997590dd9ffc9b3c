import { withMathematics } from './formulas.ts';
import type { Blank, Question, Sheet } from './sheet.ts';

/** A Markdown document: a line `z1 = ` for every answer. Comments, which no page shows, say what belongs to which problem. */
export function markdownTemplate({ assignment, title, student, questions }: Sheet): string {
  const head = ['---', `assignment: ${assignment}`, `student: ${student}`, '---', '', `# ${title}`];
  const how =
    'Write each answer behind its equals sign; shown work goes on with `=` on the next lines. A field that you do not need stays empty.';
  return [...head, '', how, ...questions.map(questionText)].join('\n').concat('\n');
}

const questionText = ({ id, title, statement, blanks }: Question): string =>
  [
    '',
    `<!-- gradcheck-question: ${id} -->`,
    '',
    `## ${title}`,
    '',
    withMathematics(statement),
    '',
    `<!-- gradcheck: ${id} -->`,
    '',
    ...blanks.flatMap(blankText),
  ].join('\n');

function blankText({ name, words, asked, isText }: Blank): string[] {
  const remark = [words, asked ? '**asked for**' : ''].filter((part) => part !== '').join(', ');
  const line = isText
    ? [`<!-- gradcheck-text: ${name} -->`, '', '', `<!-- gradcheck-end: ${name} -->`]
    : [`${name} = `];
  return [...(remark ? [`*${remark}*`, ''] : []), ...(isText ? [`${name}:`, ''] : []), ...line, ''];
}
