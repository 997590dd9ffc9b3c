import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { IntervalField } from '../../working/field.ts';
import { type Kind, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { linesIn } from '../text.ts';
import { type ReadInterval, readInterval } from './read.ts';

/** An interval of numbers with open or closed ends. */
export const interval: Kind<IntervalField, ReadInterval> = {
  kind: 'interval',
  noun: 'an interval',
  read(value: AnswerValue): Reading<ReadInterval> {
    if (isBlank(value)) return { kind: 'blank' };
    const lines = linesIn(value);
    const found = readInterval(lines.length === 2 ? `(${lines.join(',')})` : lines.join(' '));
    if (!found) return { kind: 'unreadable', reason: 'write it as (a, b), or as a < y < b' };
    const ends = lines.length === 2 ? { lowClosed: undefined, highClosed: undefined } : {};
    return { kind: 'read', value: { ...found, ...ends } };
  },
  said: (read) => text(read),
  numbers: noNumbers,
  mark: markInterval,
  about: ({ low, high, closed }) => ({ expected: text({ low, high, ...isClosed(closed) }) }),
};

const isClosed = (closed: IntervalField['closed']): { lowClosed: boolean; highClosed: boolean } => ({
  lowClosed: closed === 'low' || closed === 'both',
  highClosed: closed === 'high' || closed === 'both',
});

const text = ({ low, high, lowClosed, highClosed }: ReadInterval): string =>
  `${lowClosed ? '[' : '('}${low}, ${high}${highClosed ? ']' : ')'}`;

function markInterval(given: ReadInterval, { low, high, closed, because }: IntervalField): Outcome {
  const right = isClosed(closed);
  const read = text(given);
  if (given.low !== low || given.high !== high) return { read, verdict: 'wrong', earns: 0, says: because };
  const { lowClosed = right.lowClosed, highClosed = right.highClosed } = given;
  if (lowClosed !== right.lowClosed || highClosed !== right.highClosed) {
    const end = lowClosed !== right.lowClosed ? low : high;
    const belongs = lowClosed !== right.lowClosed ? right.lowClosed : right.highClosed;
    return {
      read,
      verdict: 'wrong',
      earns: 0,
      says: `The ends are right, but ${end} ${belongs ? 'belongs' : 'does not belong'} to it. ${because}`,
    };
  }
  const open = given.lowClosed === undefined || given.highClosed === undefined;
  const notes = open ? ['The text does not say whether the ends belong to it; that was not asked more closely.'] : [];
  return { read, verdict: 'correct', earns: 1, ...(open && { notes }) };
}
