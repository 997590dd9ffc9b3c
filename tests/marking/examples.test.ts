import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { readAssignment } from '../../src/records/assignment.ts';
import type { Mark } from '../../src/records/result.ts';
import { readSubmission } from '../../src/records/submission.ts';

/** The papers as their authors wrote them; the verdicts were worked out by hand, line by line. */
function marksOf(student: string, problem: string): Map<string, Mark> {
  const file = `tests/marking/write-ups/${student}.json`;
  const paper = readSubmission(readFileSync(file), file);
  if (!paper.ok) throw new Error(`${file} cannot be read`);
  const set = `problems/assignments/${paper.submission.assignment}.json`;
  const ids = problems.map(({ id }) => id);
  const assignment = readAssignment(readFileSync(set), set, ids);
  if (!assignment.ok) throw new Error(`${set} cannot be read`);
  const result = gradePaper(loadAssignment(assignment.assignment, problems), paper.submission);
  const marked = result.problems.find(({ id }) => id === problem);
  return new Map(marked?.marks.map((mark) => [mark.field, mark]));
}

const verdicts = (marks: Map<string, Mark>): Record<string, string> =>
  Object.fromEntries([...marks].map(([field, { verdict }]) => [field, verdict]));

describe('write-up 001, one partial derivative by hand', () => {
  const marks = marksOf('student-001', 'backprop-by-hand');

  it('charges the lost sign once and follows it through the rest', () => {
    expect(verdicts(marks)).toEqual({
      z1: 'correct',
      a1: 'slip',
      z2: 'correct',
      a2: 'correct',
      z3: 'carried',
      yhat: 'carried',
      L: 'carried',
      dL_dyhat: 'carried',
      dyhat_dz3: 'carried',
      da2_dz2: 'correct',
      dL_dw3: 'carried',
    });
  });

  it('names the sign of the exponent, proved by the digits', () => {
    const [slip] = marks.get('a1')?.slips ?? [];
    expect(slip?.kind).toBe('sign');
    expect(slip?.step).toBe('a1');
    expect(slip?.formula).toBe('sigmoid(-1.368)');
    expect(Number(slip?.evidence)).toBeGreaterThan(7.6);
  });

  it.each([
    ['z3', /4 places asked/],
    ['yhat', /cut off/],
    ['dyhat_dz3', /cut off/],
  ])('remarks on %s, at no cost', (field, remark) => {
    const mark = marks.get(field);
    expect(mark?.notes?.join(' ')).toMatch(remark);
    expect(mark?.points).toBe(mark?.outOf);
  });

  it('finds the product ten times too large and the boxed answer following from the factors', () => {
    const [product] = marks.get('dL_dw3')?.parts ?? [];
    expect(product?.verdict).toBe('inconsistent');
    expect(product?.own).toMatch(/^0\.00014375?/);
    expect(product?.says).toMatch(/decimal point is one place off/);
    expect(marks.get('dL_dw3')?.carriedFrom).toEqual(['a1']);
  });

  it('charges nothing but the slip', () => {
    const lost = [...marks.values()].reduce((sum, { points, outOf }) => sum + Number(outOf) - Number(points), 0);
    expect(lost).toBe(Number(marks.get('a1')?.outOf));
  });
});

describe('write-up 000, two sigmoids and one gradient step', () => {
  it('is right in every line', () => {
    expect(new Set(Object.values(verdicts(marksOf('student-000', 'sigmoid-chain'))))).toEqual(new Set(['correct']));
  });
});

describe('write-up 003, one partial derivative by hand', () => {
  const marks = marksOf('student-003', 'backprop-by-hand');

  it('has one wrong number, a misread digit that four digits cannot prove, and a right answer', () => {
    expect(verdicts(marks)).toEqual({ yhat: 'wrong', dyhat_dw3: 'correct', dL_dw3: 'correct' });
    expect(marks.get('yhat')?.slips?.[0]?.kind).toBe('digit');
    expect(Number(marks.get('yhat')?.slips?.[0]?.evidence)).toBeLessThan(7.6);
  });
});
