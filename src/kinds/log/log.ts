import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { columnsOf } from '../../reported/reported.ts';
import type { LogField } from '../../working/field.ts';
import { code, say } from '../../working/message.ts';
import { type Kind, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { linesIn } from '../text.ts';
import { type ReadLog, readLog } from './read.ts';

/** A training log as it was pasted: kept as rows of numbers with their lines, for the problem's checks to speak of. */
export const log: Kind<LogField, ReadLog> = {
  kind: 'log',
  noun: 'a log',
  read(value: AnswerValue, { columns }): Reading<ReadLog> {
    if (isBlank(value)) return { kind: 'blank' };
    const lines = linesIn(value).flatMap((text) => text.split(/\r\n|\n|\r/));
    const found = readLog(lines, columns);
    if (found.rows.length > 0) return { kind: 'read', value: found };
    return { kind: 'unreadable', reason: `no line has a number for ${columns.map(({ name }) => name).join(' or ')}` };
  },
  numbers: noNumbers,
  reports: ({ rows }, { name, columns }) =>
    columnsOf(
      name,
      columns.map((column) => column.name),
      rows,
    ),
  mark({ rows, unread }): Outcome {
    const read = rows.map(
      ({ label, figures }) => `${label}: ${[...figures].map(([name, { text }]) => `${name} ${text}`).join(', ')}`,
    );
    const notes = unread.slice(0, 5).map(({ line, text }) => say`Line ${line} was not read: ${code(text)}.`);
    const more = unread.length > 5 ? [`${unread.length - 5} more lines were not read.`] : [];
    const says = `${rows.length} ${rows.length === 1 ? 'line' : 'lines'} of numbers read. Nothing in it contradicts itself.`;
    return {
      read: read.join('\n'),
      verdict: 'consistent',
      earns: 1,
      says,
      ...(notes.length > 0 && { notes: [...notes, ...more] }),
    };
  },
  about: () => ({}),
};
