import { describe, expect, it, test } from 'vitest';
import { changeOf } from '../../src/batch/regrade.ts';
import type { Result } from '../../src/records/result.ts';
import { fixture } from '../report/fixtures.ts';

const mixed = fixture('mixed');
/** The paper with its first slip forgiven. */
const forgiven = (): Result => {
  const result: Result = structuredClone(mixed);
  const mark = result.problems.flatMap(({ marks }) => marks).find(({ verdict }) => verdict === 'slip');
  const problem = result.problems.find(({ marks }) => mark && marks.includes(mark));
  if (!mark || !problem) throw new Error('the fixture has no slip');
  problem.score = String(Number(problem.score) + Number(mark.outOf));
  return {
    ...result,
    score: String(Number(result.score) + Number(mark.outOf)),
    problems: result.problems.map((one) =>
      one === problem
        ? { ...one, marks: one.marks.map((m) => (m === mark ? { ...m, verdict: 'correct', points: m.outOf } : m)) }
        : one,
    ),
    key: `sha256:${'1'.repeat(64)}`,
  };
};

describe('what a new grading changes', () => {
  it('is nothing where points, standing and verdicts are as before', () => {
    expect(changeOf(mixed, { ...mixed, key: 'sha256:1' })).toBeUndefined();
  });

  it('says who, by how much, in which problem and why', () => {
    const change = changeOf(mixed, forgiven());
    expect(change).toMatchObject({ student: mixed.student, kind: 'changed', before: expect.stringMatching(/^26/) });
    expect(Number(change?.by)).toBeGreaterThan(0);
    expect(change?.problems).toHaveLength(1);
    expect(change?.why[0]).toBe('the key changed');
    expect(change?.why[1]).toMatch(/: slip 0 → correct \d/);
    expect(changeOf(forgiven(), mixed)?.by).toBe(String(-Number(change?.by)));
  });

  const late = (taken: string): Result => ({
    ...mixed,
    score: String(Number(mixed.score) - Number(taken)),
    adjustments: {
      late: { handedIn: '2026-10-02T00:00:00Z', due: '2026-10-01T00:00:00Z', days: 1, free: 0, taken },
    },
  });
  const reviewed = { by: 'ta', at: '2026-10-03T00:00:00Z' };
  const lateness: [id: string, before: Result, after: Result, why: string[]][] = [
    ['late', mixed, late('2'), ['1 day late: 2 taken off']],
    ['late at another price', late('2'), late('3'), ['1 day late: 3 taken off, 2 before']],
    ['late no longer', late('2'), mixed, ['no longer late']],
    ['a decision beside it', mixed, { ...mixed, score: '1', adjustments: { reviewed } }, ['people decided']],
  ];
  test.each(lateness)('%s: what lateness costs is nobody’s decision about the paper', (_, before, after, why) => {
    expect(changeOf(before, after)?.why).toEqual(why);
  });

  const kinds: [id: string, before: Result | undefined, after: Result | undefined, expected: object][] = [
    ['a new paper', undefined, mixed, { kind: 'new', before: '', by: '' }],
    ['a withdrawn paper', mixed, undefined, { kind: 'withdrawn', after: '', by: '' }],
    [
      'a paper that could not be marked before',
      fixture('fault'),
      { ...mixed, student: fixture('fault').student },
      { kind: 'changed', before: 'grader-error', by: '' },
    ],
  ];
  test.each(kinds)('%s', (_, before, after, expected) => {
    expect(changeOf(before, after)).toMatchObject(expected);
  });
});
