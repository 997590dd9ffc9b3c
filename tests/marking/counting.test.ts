import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { readAssignment } from '../../src/records/assignment.ts';
import type { Mark } from '../../src/records/result.ts';
import { readSubmission } from '../../src/records/submission.ts';

type AssignedProblem = Parameters<typeof loadAssignment>[0]['problems'][number];

function marked(student: string): Map<string, Map<string, Mark>> {
  const file = `tests/marking/write-ups/student-${student}.json`;
  const paper = readSubmission(readFileSync(file), file);
  if (!paper.ok) throw new Error(`${file} cannot be read`);
  const set = `problems/assignments/${paper.submission.assignment}.json`;
  const assignment = readAssignment(
    readFileSync(set),
    set,
    problems.map(({ id }) => id),
  );
  if (!assignment.ok) throw new Error(`${set} cannot be read`);
  const result = gradePaper(loadAssignment(assignment.assignment, problems), paper.submission);
  return new Map(result.problems.map(({ id, marks }) => [id, new Map(marks.map((mark) => [mark.field, mark]))]));
}

const verdicts = (marks: Map<string, Mark> | undefined): Record<string, string> =>
  Object.fromEntries([...(marks ?? [])].map(([field, { verdict }]) => [field, verdict]));
const others = (marks: Map<string, Mark> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(verdicts(marks)).filter(([, verdict]) => verdict !== 'correct'));

describe('the write-ups, by the verdicts worked out by hand', () => {
  it('000 counts three networks', () => {
    const paper = marked('000');
    expect(verdicts(paper.get('alexnet-parameters'))).toEqual({ total: 'correct' });
    expect(verdicts(paper.get('vgg16-parameters'))).toEqual({ total: 'correct' });
    const googlenet = paper.get('googlenet-parameters');
    expect(verdicts(googlenet)).toEqual({ total: 'correct', fewest: 'correct', most: 'correct', deepest: 'correct' });
    expect(googlenet?.get('total')?.notes?.join()).toMatch(/accepted here: the rounded rows of the published table/);
  });

  it('001 counts operations and LeNet', () => {
    const paper = marked('001');
    expect(others(paper.get('conv-flops'))).toEqual({});
    expect(others(paper.get('lenet-parameters'))).toEqual({});
    expect(paper.get('lenet-parameters')?.size).toBe(8);
  });

  it('002 counts two tables', () => {
    const paper = marked('002');
    expect(paper.get('table-2')?.size).toBe(5);
    expect(paper.get('table-3')?.size).toBe(7);
    expect([others(paper.get('table-2')), others(paper.get('table-3'))]).toEqual([{}, {}]);
  });

  it('003 contradicts itself twice, at no cost', () => {
    const paper = marked('003');
    expect(others(paper.get('conv-flops'))).toEqual({});
    const lenet = paper.get('lenet-parameters');
    expect(others(lenet)).toEqual({ C1: 'inconsistent', C5: 'inconsistent' });
    expect(lenet?.get('C1')?.says).toMatch(/comes to 186, not 156/);
    expect(lenet?.get('C5')?.says).toMatch(/comes to 2160000, not 48120/);
    expect(lenet?.get('C5')?.points).toBe(lenet?.get('C5')?.outOf);
  });

  it('004 has one number too many in a shape', () => {
    const paper = marked('004');
    expect(others(paper.get('conv-layer'))).toEqual({ outputShape: 'slip' });
    expect(paper.get('conv-layer')?.get('outputShape')?.says).toMatch(/×3 is one too many: each filter sums over all/);
    expect([others(paper.get('original')), others(paper.get('modified'))]).toEqual([{}, {}]);
  });
});

const total = (set: AssignedProblem, answer: string): Mark | undefined => {
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: [set] }, problems);
  const submission = { assignment: 'a', student: 's', answers: { [set.problem]: { total: answer } }, hash: '' };
  const result = gradePaper(assignment, submission as unknown as Parameters<typeof gradePaper>[1]);
  return result.problems[0]?.marks.find(({ field }) => field === 'total');
};

describe('conventions', () => {
  const lenet = 'lenet-parameters';
  it('are right where the assignment says so, and the mark says which', () => {
    const set = { problem: lenet, conventions: ['sparse-c3', 'trainable-subsampling'] };
    expect(total(set, '60850')?.verdict).toBe('correct');
    expect(total(set, '60850')?.notes?.join()).toMatch(/accepted here: C3 connected.*; a trainable coefficient/);
    expect(total(set, '60806')?.verdict).toBe('correct');
    expect(total(set, '61706')?.verdict).toBe('correct');
    expect(total(set, '61706')?.notes).toBeUndefined();
    expect(total(set, '60000')?.verdict).toBe('slip');
  });

  it('are slips of their own kind elsewhere', () => {
    const mark = total({ problem: lenet }, '60850');
    expect(mark?.verdict).toBe('slip');
    expect(mark?.slips?.[0]?.kind).toBe('convention');
  });

  it('that a problem accepts can be refused', () => {
    const set = { problem: 'googlenet-parameters', conventions: [] };
    expect(total(set, '6797700')?.slips?.[0]?.kind).toBe('convention');
  });

  it('that a problem does not have are refused', () => {
    const set = { problem: lenet, conventions: ['sparse'] };
    expect(() => total(set, '1')).toThrow(/problem "lenet-parameters": there is no convention "sparse"; .* sparse-c3/);
  });
});

describe('givens', () => {
  it('of a network may be set one by one', () => {
    expect(total({ problem: 'lenet-parameters', givens: { 'output.units': '26' } }, '63066')?.verdict).toBe('correct');
  });

  it.each([
    [{ 'C9.units': '26' }, /there is no given "C9.units"; the givens are/],
    [{ 'output.units': 'ten' }, /the given "output.units" must be a whole number/],
    [{ 'input.size': '4' }, /the window of C1 does not fit/],
  ])('%o is refused', (givens, message) => {
    expect(() => total({ problem: 'lenet-parameters', givens }, '1')).toThrow(message);
  });
});
