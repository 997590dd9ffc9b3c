import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { ignored, saidOnce } from '../../src/exact/ignored.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';

function markOf(problem: string, answers: Record<string, string | string[]>, field: string, own = {}) {
  const assignment = loadAssignment({ id: 'x', title: 'X', problems: [{ problem }], ...own }, problems);
  const paper = gradePaper(assignment, {
    assignment: 'x',
    student: 's',
    answers: { [problem]: answers },
    hash: 'sha256:0',
  } as never);
  const mark = paper.problems[0]?.marks.find((one) => one.field === field);
  return { verdict: mark?.verdict, given: mark?.given, notes: mark?.notes?.join(' ') ?? '' };
}

describe('a convention that a student states in words', () => {
  it.each([
    ['lenet-parameters', 'total', '60806 (C3 sparse)', '“C3 sparse”'],
    ['conv-flops', 'withoutBias', '1 MAC = 1 FLOP: 578560', '“1 MAC = 1 FLOP”'],
    ['backprop-by-hand', 'L', '0.0106 (with half the squared error)', '“half the squared error”'],
  ])('counts as stated, and the mark shows it: %s', (problem, field, text, said) => {
    const mark = markOf(problem, { [field]: text }, field);
    expect([mark.verdict, mark.given]).toEqual(['correct', text]);
    expect(mark.notes).toContain(said);
  });

  it('counts for every line that it changes, wherever it is said', () => {
    const answers = { L: '0.0106', dL_dyhat: '0.1454', notes: 'I use half the squared error as the loss.' };
    expect(markOf('backprop-by-hand', answers, 'dL_dyhat').verdict).toBe('correct');
  });

  it('does not where the assignment says so, and is named as a convention', () => {
    const own = { statedConventions: 'not-followed' };
    expect(markOf('lenet-parameters', { total: '60806 (C3 sparse)' }, 'total', own).verdict).toBe('slip');
  });

  it.each([
    ['is not guessed from the number', 'lenet-parameters', 'total', '60806', 'slip'],
    ['is not taken from its denial', 'lenet-parameters', 'total', '60806 (C3 fully connected to S2)', 'slip'],
    ['is not taken from a "not"', 'lenet-parameters', 'total', '60806 (C3 not sparse)', 'unreadable'],
    ['costs nothing where the numbers do not follow it', 'lenet-parameters', 'total', '61706 (C3 sparse)', 'correct'],
  ])('%s', (_, problem, field, text, verdict) => {
    expect(markOf(problem, { [field]: text }, field).verdict).toBe(verdict);
  });
});

describe('words beside a number', () => {
  it('that are left out are named in one sentence', () => {
    const notes = ['read as 6', ignored('parameters'), 'cut off', ignored('(in all)'), ignored('parameters')];
    expect(saidOnce(notes)).toEqual(['read as 6', 'We ignored "parameters" and "(in all)".', 'cut off']);
  });

  it.each([
    ['total', 'lenet-parameters', 'C1', 'total trainable parameters: 6 × 6 × 5 × 1 + 6 = 156', 'inconsistent'],
    ['total that is another number', 'lenet-parameters', 'C1', 'total parameters: 61706', 'review'],
    ['what is counted', 'convnetjs', 'parametersWide', '293510 trainable parameters', 'correct'],
    ['another count', 'conv-flops', 'multiplications', '799 additions', 'unreadable'],
  ])('%s', (_, problem, field, text, verdict) => {
    expect(markOf(problem, { [field]: text }, field).verdict).toBe(verdict);
  });
});
