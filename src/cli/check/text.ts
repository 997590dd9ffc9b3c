import wrapAnsi from 'wrap-ansi';
import type { ProblemCheck, SelfCheck } from '../../marking/self-check/self-check.ts';
import type { Standing } from '../../marking/self-check/standing.ts';
import { oneLine } from '../../report/text/visible.ts';
import { width } from '../talk.ts';

/** A self-check as text for a terminal. */
export function selfCheckText(checked: SelfCheck): string {
  const wide = Math.max(...checked.problems.map(({ id }) => id.length), 0);
  const lines = checked.problems.flatMap((problem) => problemLines(problem, wide));
  const count = checked.checks === undefined ? [] : [`Check ${checked.checks} of this paper.`];
  return [...lines, '', ...hanging('', summary(checked), 0), ...count].join('\n');
}

function problemLines(problem: ProblemCheck, wide: number): string[] {
  const looks = problem.looks.map(({ field, says }) => hanging(`  ${oneLine(field, 40)}  `, oneLine(says, 500), 2));
  const unknown = problem.unknown.map((says) => hanging('  ', oneLine(says, 500), 0));
  return [...hanging(`${problem.id.padEnd(wide)}   `, countsText(problem), 0), ...looks.flat(), ...unknown.flat()];
}

const words: Readonly<Record<Standing, (count: number) => string>> = {
  right: (n) => `${n} right`,
  carried: (n) => `${n} ${n === 1 ? 'follows' : 'follow'} from earlier lines`,
  look: (n) => `${n} ${n === 1 ? 'needs' : 'need'} another look`,
  unreadable: (n) => `${n} cannot be read`,
  blank: (n) => `${n} without an answer`,
  review: (n) => `${n} for a person to read`,
};

function countsText({ counts }: ProblemCheck): string {
  const parts = Object.entries(counts) as [Standing, number][];
  const lines = parts.reduce((total, [, count]) => total + count, 0);
  const [only] = parts;
  if (parts.length === 1 && only?.[0] === 'right') return `${linesText(lines)}, all right`;
  return `${linesText(lines)}: ${parts.map(([standing, count]) => words[standing](count)).join(', ')}`;
}

const linesText = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

function summary({ problems, hints, right, done }: SelfCheck): string {
  const total = (standing: Standing) => problems.reduce((sum, { counts }) => sum + (counts[standing] ?? 0), 0);
  if (right) return 'Everything that was asked for is answered, and nothing needs another look.';
  if (done) {
    const says = words.review(total('review'));
    return `Everything that was asked for is answered, and nothing needs another look but by a person: ${says}.`;
  }
  const [look, unreadable, blank] = [total('look'), total('unreadable'), total('blank')];
  const parts = [
    ...(look > 0 ? [`${linesText(look)} ${look === 1 ? 'needs' : 'need'} another look`] : []),
    ...(unreadable > 0 ? [`${linesText(unreadable)} cannot be read`] : []),
    ...(blank > 0 ? [`${linesText(blank)} ${blank === 1 ? 'has' : 'have'} no answer`] : []),
  ];
  const says = parts.length > 0 ? `${parts.join('; ')}.` : 'Some names are no fields of their problem.';
  const more = ['--hints 1 says where.', '--hints 2 says what sort of slip.', '--hints 3 says what to look up.', ''];
  return look + unreadable > 0 ? `${says} ${more[hints] ?? ''}`.trim() : says;
}

/** Text beside a label, wrapped to the terminal. */
function hanging(label: string, text: string, extra: number): string[] {
  const indent = ' '.repeat(label.length + extra);
  const [first = '', ...rest] = wrapAnsi(text, width() - indent.length, { hard: true }).split('\n');
  return [`${label}${' '.repeat(extra)}${first}`, ...rest.map((line) => `${indent}${line}`)];
}
