import { describe, expect, it, test } from 'vitest';
import { problems } from '../../problems/index.ts';
import { withAccepted } from '../../src/adjustments/accepted.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import type { Assignment } from '../../src/records/assignment.ts';
import { readSubmission } from '../../src/records/submission.ts';

const base: Assignment = { id: 'a2', title: 'A', problems: [{ problem: 'backprop-by-hand', as: 'q1', points: 15 }] };
const grade = (answers: object, assignment: Assignment = base) => {
  const reading = readSubmission(
    JSON.stringify({ assignment: 'a2', student: 's', answers: { q1: answers } }),
    's.json',
  );
  if (!reading.ok) throw new Error('unreadable');
  return gradePaper(loadAssignment(assignment, problems), reading.submission);
};
const markOf = (field: string, result: ReturnType<typeof grade>) =>
  result.problems[0]?.marks.find((mark) => mark.field === field);

describe('what a proved slip keeps', () => {
  const lostSign = { z1: '1.368', a1: '0.2029' };
  const shares: [id: string, slipShares: Assignment['slipShares'], points: string][] = [
    ['nothing unless said', undefined, '0'],
    ['nothing of another kind', { digit: '0.5' }, '0'],
    ['its share', { sign: '0.5' }, '0.5'],
    ['all', { sign: '1' }, '1'],
  ];
  test.each(shares)('%s', (_, slipShares, points) => {
    const result = grade(lostSign, { ...base, ...(slipShares && { slipShares }) });
    expect(markOf('a1', result)).toMatchObject({ verdict: 'slip', points });
    expect(result.key === grade(lostSign).key).toBe(slipShares === undefined);
  });

  it('a wrong number without a proved slip keeps nothing', () => {
    const result = grade({ ...lostSign, a1: '0.6123' }, { ...base, slipShares: { sign: '1', digit: '1' } });
    expect(markOf('a1', result)).toMatchObject({ verdict: 'wrong', points: '0' });
  });
});

describe('names that were accepted', () => {
  const entry = {
    kind: 'name',
    problem: 'q1',
    name: 'dLdw3',
    field: 'dL_dw3',
    by: 'ana',
    at: '2026-10-02T10:00:00Z',
  } as const;
  const accepting = withAccepted(base, { entries: [entry] });

  it('count as the field’s own, and the mark says so', () => {
    expect(grade({ dLdw3: '0.0006' }).score).toBe('0');
    const result = grade({ dLdw3: '0.0006' }, accepting);
    expect([result.score, result.status]).toEqual(['15', 'graded']);
    expect(markOf('dL_dw3', result)?.notes).toContain('Handed in under the name “dLdw3”, which is accepted here.');
  });

  it('do not replace what stands under the field’s own name', () => {
    const result = grade({ dLdw3: '7', dL_dw3: '0.0006' }, accepting);
    expect([result.score, result.problems[0]?.unknown?.[0]?.field]).toEqual(['15', 'dLdw3']);
  });

  it('lose no answer where two of them stand for one field', () => {
    const both = withAccepted(base, { entries: [entry, { ...entry, name: 'grad' }] });
    const result = grade({ dLdw3: '7', grad: '0.0006' }, both);
    const unknown = result.problems[0]?.unknown?.map(({ field }) => field);
    expect([result.score, unknown]).toEqual(['0', ['dLdw3', 'grad']]);
  });

  it('change the key, so that papers are graded again', () => {
    expect(grade({}, accepting).key).not.toBe(grade({}).key);
  });

  test.each([
    ['a field that is not', { ...entry, field: 'dL_dw9' }, /there is no field "dL_dw9"; did you mean/],
    ['a name that is a field', { ...entry, name: 'a1' }, /"a1" is a field of its own/],
    [
      'a convention that is not',
      { kind: 'convention', problem: 'q1', convention: 'x', by: 'a', at: entry.at } as const,
      /no convention "x"/,
    ],
  ])('%s is refused', (_, wrong, says) => {
    expect(() => loadAssignment(withAccepted(base, { entries: [wrong] }), problems)).toThrow(says);
  });
});
