import type { Result } from '../../records/result.ts';
import { studentView } from '../student/page.ts';
import type { StudentView } from '../student/view.ts';
import { problemText } from './problem.ts';
import { codeText, escapeText, row, sentenceText } from './text.ts';

/** A student's page as Markdown (GitHub's), in the same order as the page. */
export function studentMarkdown(result: Result): string {
  const page = studentView(result);
  const blocks = [
    ...headText(page),
    ...messagesText(page),
    ...lookText(page),
    ...mapText(page),
    ...page.problems.flatMap(problemText),
    '---',
    ...footText(page),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headText({ title, course, student, points, headline }: StudentView): string[] {
  const where = [...(course ? [escapeText(course)] : []), `**${escapeText(student)}**`].join(' · ');
  const wait = points && points.waiting !== '0' ? `; ${points.waiting} wait for a person` : '';
  const score = points ? [`**${points.got} of ${points.outOf} points**${wait}.`] : [];
  return [`# ${escapeText(title)}: feedback on your answers`, where, ...score, headline.map(sentenceText).join(' ')];
}

const messagesText = ({ messages, messagesTitle }: StudentView): string[] =>
  messages.length > 0 ? [`## ${messagesTitle}`, messages.map((message) => `- ${escapeText(message)}`).join('\n')] : [];

function lookText({ look }: StudentView): string[] {
  if (look.length === 0) return [];
  const items = look.map(({ label, field, says, cost }, i) => {
    return `${i + 1}. **${escapeText(label)}**, ${codeText(field)} (${cost}). ${sentenceText(says)}`;
  });
  return ['## Look at these first', items.join('\n')];
}

function mapText({ problems }: StudentView): string[] {
  if (problems.length === 0) return [];
  const rows = problems.map(({ title, stripText, points }) => {
    const wait = points.waiting === '0' ? '' : `, ${points.waiting} waiting`;
    return row([escapeText(title), stripText, `${points.got} / ${points.outOf}${wait}`]);
  });
  return [[row(['Problem', 'Line by line', 'Points']), '|---|---|---:|', ...rows].join('\n')];
}

function footText({ provenance, example, legend }: StudentView): string[] {
  const { gradcheck, submission, key } = provenance;
  const name = example ? `, for example “${escapeText(example.problem)}, line ${codeText(example.field)}”` : '';
  const signs = legend.map(({ sign, word }) => `${sign} ${word.toLowerCase()}`).join(' · ');
  return [
    `If a mark looks wrong to you, write to your teaching assistant and name the line${name}.`,
    `Marked by Gradcheck ${gradcheck}; submission ${codeText(submission)}, key ${codeText(key)}.`,
    ...(signs === '' ? [] : [`Signs: ${signs}.`]),
  ];
}
