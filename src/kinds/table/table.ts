import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { columnsOf } from '../../reported/reported.ts';
import type { TableField } from '../../working/field.ts';
import { type Kind, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { type ReadTable, readTable } from './read.ts';
import { judgeRows } from './rows.ts';

/** A table of results that the student reports: kept as rows of numbers, for the problem's checks to speak of. */
export const table: Kind<TableField, ReadTable> = {
  kind: 'table',
  noun: 'a table',
  read(value: AnswerValue, { columns }): Reading<ReadTable> {
    if (isBlank(value)) return { kind: 'blank' };
    const found = readTable(value, columns);
    return 'reason' in found ? { kind: 'unreadable', reason: found.reason } : { kind: 'read', value: found };
  },
  numbers: noNumbers,
  reports: ({ rows }, { name, columns }) =>
    columnsOf(
      name,
      columns.map((column) => column.name),
      rows,
    ),
  mark({ rows, texts, unread }, { runs }, { reported, working }): Outcome {
    const read = texts.map((row) => row.join(' | ')).join('\n');
    if (unread.length > 0) {
      const says = `Some cells could not be read (${unread.slice(0, 3).join('; ')}). A person will look; nothing is lost until then.`;
      return { read, verdict: 'review', earns: 0, waits: 1, says };
    }
    const judged = runs ? judgeRows(rows, runs, reported, working.givens) : [];
    const odd = judged.filter(({ verdict }) => verdict === 'implausible');
    if (odd.length > 0) {
      const says = odd.map((row) => `${row.label}: ${row.says}`).join(' ');
      return { read, verdict: 'implausible', earns: 0, waits: 1, says };
    }
    const notes = judged.filter(({ says }) => says.endsWith('?')).map((row) => `${row.label}: ${row.says}`);
    const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
    const says = `Read as ${count}. Nothing in it contradicts itself.`;
    return { read, verdict: 'consistent', earns: 1, says, ...(notes.length > 0 && { notes }) };
  },
  about: () => ({}),
};
