import { describe, expect, it, test } from 'vitest';
import { adjusted } from '../../src/adjustments/adjusted.ts';
import { bookOf } from '../../src/adjustments/book.ts';
import { restored } from '../../src/adjustments/restored.ts';
import { decisionsOf } from '../../src/adjustments/summary.ts';
import type { Entry } from '../../src/records/adjustments.ts';
import type { Mark, ProblemResult, Result, Verdict } from '../../src/records/result.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { readResult, resultText } from '../../src/records/stored-result.ts';

const hash = `sha256:${'0'.repeat(64)}`;
const mark = (field: string, verdict: Verdict, points: string, outOf: string, waiting?: string): Mark => ({
  field,
  given: '1',
  verdict,
  points,
  outOf,
  ...(waiting && { waiting }),
  asked: true,
});
const problem = (id: string, score: string, waiting: string, marks: Mark[]): ProblemResult => {
  return { id, problem: id, title: id, score, outOf: '10', waiting, givens: {}, rounding: '', marks };
};
const paper: Result = {
  version: 1,
  assignment: 'a2',
  student: 's-1',
  score: '9',
  outOf: '20',
  waiting: '5',
  status: 'needs-review',
  submission: hash,
  key: hash,
  gradcheck: '1.0.0',
  solutionShown: true,
  problems: [
    problem('q1', '4', '0', [mark('a', 'slip', '0', '6'), mark('b', 'correct', '4', '4')]),
    problem('q2', '5', '5', [mark('c', 'correct', '5', '5'), mark('d', 'unreadable', '0', '5', '5')]),
  ],
};
const signed = { by: 'ana', at: '2026-10-02T10:00:00Z', why: 'because' };
const put = (entries: readonly object[], result: Result = paper): Result =>
  adjusted(result, bookOf({ entries: entries.map((entry) => ({ student: 's-1', ...signed, ...entry })) as Entry[] }));
const points = (more: object) => ({ kind: 'points', problem: 'q1', field: 'a', points: '3', ...more });
const totals = ({ score, outOf, waiting, status }: Result) => [score, outOf, waiting, status];
const policy = { kind: 'late-policy', due: '2026-10-01T12:00:00Z', perDay: '0.1' };
const time = (at: string) => ({ kind: 'handed-in', time: at });

const cases: [id: string, entries: object[], expected: string[], decided: string[]][] = [
  ['nothing decided', [], ['9', '20', '5', 'needs-review'], []],
  ['points of a line', [points({})], ['12', '20', '5', 'needs-review'], ['q1, a: 0 → 3 (ana)']],
  [
    'the later of two counts',
    [points({}), points({ points: '6', by: 'bo' })],
    ['15', '20', '5', 'needs-review'],
    ['q1, a: 0 → 6 (bo)'],
  ],
  [
    'points of a waiting line settle it',
    [points({ problem: 'q2', field: 'd', points: '2.5' })],
    ['11.5', '20', '0', 'graded'],
    ['q2, d: 0 → 2.5 (ana)'],
  ],
  [
    'points of a problem',
    [points({ problem: 'q2', field: undefined, points: '7' })],
    ['11', '20', '0', 'graded'],
    ['q2: 5 → 7 (ana)'],
  ],
  ['excused of a problem', [{ kind: 'excused', problem: 'q2' }], ['4', '10', '0', 'graded'], ['q2: excused (ana)']],
  ['excused of all', [{ kind: 'excused' }], ['0', '0', '0', 'graded'], ['excused (ana)']],
  [
    'one late day',
    [policy, time('2026-10-02T11:00:00Z')],
    ['8.1', '20', '5', 'needs-review'],
    ['1 late, 0 free: −0.9'],
  ],
  [
    'a begun day is a day',
    [policy, time('2026-10-02T12:00:01Z')],
    ['7.2', '20', '5', 'needs-review'],
    ['2 late, 0 free: −1.8'],
  ],
  [
    'in another zone',
    [policy, time('2026-10-02T13:00:00+02:00')],
    ['8.1', '20', '5', 'needs-review'],
    ['1 late, 0 free: −0.9'],
  ],
  ['on the minute', [policy, time('2026-10-01T12:00:00Z')], ['9', '20', '5', 'needs-review'], []],
  [
    'in the grace',
    [{ ...policy, graceMinutes: 10 }, time('2026-10-01T12:10:00Z')],
    ['9', '20', '5', 'needs-review'],
    [],
  ],
  [
    'a share of all points',
    [{ ...policy, of: 'outOf' }, time('2026-10-02T11:00:00Z')],
    ['7', '20', '5', 'needs-review'],
    ['1 late, 0 free: −2'],
  ],
  [
    'never below nothing',
    [{ ...policy, of: 'outOf', perDay: '0.5' }, time('2026-10-09T11:00:00Z')],
    ['0', '20', '5', 'needs-review'],
    ['8 late, 0 free: −9'],
  ],
  [
    'no more than the most',
    [{ ...policy, atMost: '0.3' }, time('2026-10-09T11:00:00Z')],
    ['6.3', '20', '5', 'needs-review'],
    ['8 late, 0 free: −2.7'],
  ],
  [
    'free days',
    [{ ...policy, freeDays: 2 }, time('2026-10-04T11:00:00Z')],
    ['8.1', '20', '5', 'needs-review'],
    ['3 late, 2 free: −0.9'],
  ],
  [
    'an extension',
    [policy, time('2026-10-03T11:00:00Z'), { kind: 'extension', days: 1 }],
    ['8.1', '20', '5', 'needs-review'],
    ['1 late, 0 free: −0.9'],
  ],
  [
    'lateness of the points that count',
    [policy, points({ points: '6' }), time('2026-10-02T11:00:00Z')],
    ['13.5', '20', '5', 'needs-review'],
    ['q1, a: 0 → 6 (ana)', '1 late, 0 free: −1.5'],
  ],
  ['looked at', [{ kind: 'reviewed' }], ['9', '20', '5', 'graded'], []],
  [
    'looked at, but another paper',
    [{ kind: 'reviewed', submission: `sha256:${'1'.repeat(64)}` }],
    ['9', '20', '5', 'needs-review'],
    [],
  ],
];

describe('a result with what people decided', () => {
  test.each(cases)('%s', (_, entries, expected, decided) => {
    const result = put(entries);
    expect(totals(result)).toEqual(expected);
    expect(decisionsOf(result)).toEqual(decided);
  });

  test.each(cases)('is a record that can be stored, and gives back the machine’s: %s', (_, entries) => {
    const result = put(entries);
    expect(schemaErrors('result', result)).toEqual([]);
    expect(readResult(resultText(result))).toEqual(result);
    expect(restored(result)).toEqual(paper);
  });

  test.each(cases)('adjusted twice is adjusted once: %s', (_, entries) => {
    const once = put(entries);
    expect(put(entries, once)).toEqual(once);
    expect(put([], once)).toEqual(paper);
  });

  it('keeps the machine’s verdict and points beside its own', () => {
    expect(put([points({})]).problems[0]?.marks[0]).toMatchObject({
      verdict: 'slip',
      points: '3',
      machine: { points: '0' },
      adjusted: signed,
    });
  });
});

describe('what no longer applies', () => {
  const machine = { points: '0', verdict: 'slip', given: '1' };
  const stale: [id: string, entry: object, says: RegExp | undefined][] = [
    ['the machine says the same', points({ machine }), undefined],
    [
      'another verdict',
      points({ machine: { ...machine, verdict: 'wrong' } }),
      /said “wrong”, 0 points then and says “slip”, 0 points now/,
    ],
    ['other points', points({ machine: { ...machine, points: '2' } }), /2 points then/],
    ['another answer', points({ machine: { ...machine, given: '2' } }), /the answer is another now/],
    [
      'of a problem',
      points({ field: undefined, machine: { points: '3' } }),
      /said 3 points then and says 4 points now/,
    ],
    ['more points than there are', points({ points: '7' }), /there are only 6 points/],
    ['a line that is gone', points({ field: 'z' }), /no such line/],
    ['a problem that is gone', points({ problem: 'q9' }), /does not set this problem/],
    ['a comment on a line that is gone', { kind: 'comment', problem: 'q1', field: 'z', text: 'x' }, /no such line/],
  ];
  test.each(stale)('%s', (_, entry, says) => {
    const { adjustments, status, score } = put([entry, points({ problem: 'q2', field: 'd', points: '5' })]);
    if (says === undefined) expect([adjustments?.stale, score]).toEqual([undefined, '17']);
    else {
      expect(adjustments?.stale?.[0]).toMatch(says);
      expect([status, score]).toEqual(['needs-review', '14']);
    }
  });
});

describe('groups', () => {
  const book = bookOf({
    entries: [
      { kind: 'group', id: 'team', students: ['s-1', 's-2'], ...signed },
      { kind: 'points', student: 's-2', problem: 'q1', field: 'a', points: '6', ...signed },
      { kind: 'excused', student: 's-2', ...signed },
      { ...policy, kind: 'late-policy', ...signed },
      { kind: 'handed-in', student: 's-2', time: '2026-10-02T11:00:00Z', ...signed },
    ],
  });
  it('share the points of their paper and its time, but not an excuse', () => {
    const result = adjusted(paper, book);
    expect(totals(result)).toEqual(['13.5', '20', '5', 'needs-review']);
    expect(result.adjustments?.group).toEqual(['s-1', 's-2']);
  });
});
