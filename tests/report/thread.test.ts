import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/records/result.ts';
import { followersOf, threadOf } from '../../src/report/student/thread.ts';

const mark = (field: string, from?: string[]): Mark => ({
  field,
  verdict: from ? 'carried' : 'correct',
  points: '1',
  outOf: '1',
  asked: false,
  ...(from && { carriedFrom: from }),
});
const rails = (...marks: Mark[]): string[] => {
  const thread = threadOf(marks);
  return marks.map(({ field }) => thread.get(field) ?? '-');
};

describe('the thread', () => {
  const cases: [string, Mark[], string[]][] = [
    ['nothing is carried', [mark('a'), mark('b')], ['-', '-']],
    ['one follower', [mark('a'), mark('b', ['a'])], ['start', 'end']],
    [
      'passes lines that do not use it',
      [mark('z'), mark('a'), mark('b'), mark('c', ['a']), mark('d', ['a'])],
      ['-', 'start', 'through', 'node', 'end'],
    ],
    ['two threads apart', [mark('a'), mark('b', ['a']), mark('c'), mark('d', ['c'])], ['start', 'end', 'start', 'end']],
    [
      'two threads that overlap are one',
      [mark('a'), mark('b'), mark('c', ['a']), mark('d', ['b'])],
      ['start', 'node', 'node', 'end'],
    ],
    ['a line that is not there', [mark('a'), mark('b', ['gone'])], ['-', '-']],
    ['a line that comes later', [mark('b', ['a']), mark('a')], ['-', '-']],
  ];
  it.each(cases)('%s', (_, marks, expected) => expect(rails(...marks)).toEqual(expected));

  it('takes in a wrong line that uses carried numbers', () => {
    const product: Mark = {
      ...mark('p'),
      verdict: 'slip',
      follows: { value: '6', from: ['b'], worked: '2*3', agrees: false },
    };
    expect(rails(mark('a'), mark('b', ['a']), product)).toEqual(['start', 'node', 'end']);
  });
});

it('followers keep their points because of the line', () => {
  expect(followersOf('a', [mark('a'), mark('b', ['a']), mark('c', ['b'])]).map(({ field }) => field)).toEqual(['b']);
});

it('a line that lost its points is no such follower', () => {
  expect(followersOf('a', [mark('a'), { ...mark('b', ['a']), points: '0' }])).toEqual([]);
});
