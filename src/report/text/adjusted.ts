import type { Comment, Decision, PaperAdjustments } from '../../records/decisions.ts';
import type { Mark, ProblemResult, Result } from '../../records/result.ts';
import { plural } from './counted.ts';

/**
 * The record with what people decided put into words, where every format shows words: at a line among its remarks, at
 * the paper among its messages.
 */
export function withDecisions(result: Result): Result {
  const said = [...paperText(result), ...result.problems.flatMap(problemText)];
  return {
    ...result,
    problems: result.problems.map((problem) => ({ ...problem, marks: problem.marks.map(markWithDecisions) })),
    ...(said.length > 0 && { messages: [...said, ...(result.messages ?? [])] }),
  };
}

function markWithDecisions(mark: Mark): Mark {
  const notes = [...changed(mark), ...comments(mark)];
  return notes.length === 0 ? mark : { ...mark, notes: [...notes, ...(mark.notes ?? [])] };
}

function changed({ machine, adjusted, points, outOf }: Mark): string[] {
  if (!machine || !adjusted) return [];
  const waited = machine.waiting !== undefined && machine.waiting !== '0';
  const before = waited ? `waited with ${machine.waiting} points` : `had ${machine.points}`;
  return [`${decided(adjusted)} gave ${points} of ${outOf} points here; from the machine it ${before}${why(adjusted)}`];
}

function problemText({
  title,
  adjusted,
  excused,
  machine,
  score,
  outOf,
  comments: written = [],
}: ProblemResult): string[] {
  return [
    ...(excused ? [`${title}: excused by ${decided(excused)}${why(excused)}`] : []),
    ...(adjusted && !excused && machine
      ? [
          `${title}: ${decided(adjusted)} gave ${score} of ${outOf} points; the machine gave ${machine.score}${why(adjusted)}`,
        ]
      : []),
    ...comments({ comments: written }).map((text) => `${title}: ${text}`),
  ];
}

function paperText({ adjustments, machine, score }: Result): string[] {
  const { excused, extension, group, stale = [] } = adjustments ?? {};
  const differs = machine !== undefined && machine.score !== score && !excused;
  return [
    ...comments(adjustments ?? {}),
    ...(excused ? [`Excused by ${decided(excused)}${why(excused)}`] : []),
    ...(differs ? [`These points are not the machine’s alone, which were ${machine.score} of ${machine.outOf}.`] : []),
    ...(extension
      ? [`${extension.days} more ${plural(extension.days, 'day')} by ${decided(extension)}${why(extension)}`]
      : []),
    ...lateText(adjustments),
    ...(group && group.length > 1 ? [`One paper of a group: ${group.join(', ')}.`] : []),
    ...stale,
  ];
}

function lateText({ late }: PaperAdjustments = {}): string[] {
  if (!late) return [];
  const free = late.free > 0 ? `, ${late.free} of them free` : '';
  const cost =
    late.taken === '0' ? 'this costs nothing' : `${late.taken} ${plural(Number(late.taken), 'point')} were taken off`;
  const days = `${late.days} ${plural(late.days, 'day')} late${free}`;
  return [`Handed in ${late.handedIn}, due ${late.due}: ${days}; ${cost}.`];
}

const comments = ({ comments: written = [] }: { comments?: readonly Comment[] }): string[] =>
  written.map(({ text, by }) => `${by} writes: ${text}`);

const decided = ({ by, at }: Decision): string => `${by} (${at.slice(0, 10)})`;

const why = ({ why: reason }: Decision): string => (reason === undefined ? '.' : `: ${reason}`);
