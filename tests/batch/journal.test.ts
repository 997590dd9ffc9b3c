import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/batch/entry.ts';
import { type Completed, journalLine, journalText, readJournal } from '../../src/batch/journal.ts';

const entry = (student: string, score = '1'): Entry => ({
  student,
  status: 'graded',
  score,
  outOf: '2',
  waiting: '0',
  problems: { q1: score },
  submission: 'sha256:a',
  key: 'sha256:b',
  gradcheck: '1.0.0',
  made: 'sha256:c',
  decided: '',
  files: { json: 'sha256:d' },
});
const completed: Completed = {
  completed: true,
  assignment: 'a',
  key: 'k',
  gradcheck: '1.0.0',
  broken: [{ file: 'x.json', says: 'not JSON' }],
};
const scores = (entries: ReadonlyMap<string, Entry> | undefined) =>
  entries && Object.fromEntries([...entries].map(([student, { score }]) => [student, score]));

describe('the journal', () => {
  it('gives the last line of each student, and how the last complete run ended', () => {
    const text =
      journalText([entry('a'), entry('b')], completed) + journalLine(entry('a', '2')) + journalLine(entry('c'));
    const journal = readJournal(text);
    expect(scores(journal.entries)).toEqual({ a: '2', b: '1', c: '1' });
    expect(scores(journal.before)).toEqual({ a: '1', b: '1' });
    expect(journal.completed).toBeUndefined();
    expect(readJournal(journalText([entry('a')], completed)).completed).toEqual(completed);
  });

  it('knows of no run before where none came to its end', () => {
    expect(readJournal(journalLine(entry('a'))).before).toBeUndefined();
  });

  it('passes by what is no line of it', () => {
    const odd = ['', '{', 'null', '[]', '"a"', '{"student":"z"}', '{"completed":true}', '\u0000'].join('\n');
    expect(scores(readJournal(`${odd}\n${journalLine(entry('a'))}`).entries)).toEqual({ a: '1' });
  });

  it('keeps every whole line wherever it is cut off', () => {
    const lines = [entry('a'), entry('b'), entry('ç\n"'), entry('a', '2')].map(journalLine);
    const text = lines.join('');
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        const whole = text.slice(0, at).split('\n').length - 1;
        const expected = readJournal(lines.slice(0, whole).join('')).entries;
        // A later run begins with a line feed, so that the line that was cut off stays alone.
        expect(readJournal(`${text.slice(0, at)}\n`.replace(/[^\n]*\n$/, '')).entries).toEqual(expected);
        expect(readJournal(text.slice(0, at)).entries).toEqual(expected);
      }),
    );
  });
});
