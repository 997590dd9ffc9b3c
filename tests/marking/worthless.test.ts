import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { readSubmission } from '../../src/records/submission.ts';

/** The marks of one problem's answers, by field. */
function graded(problem: string, answers: Record<string, unknown>) {
  const text = JSON.stringify({ assignment: 'a', student: 's', answers: { [problem]: answers } });
  const reading = readSubmission(text, 's.json');
  if (!reading.ok) throw new Error('the paper cannot be read');
  const result = gradePaper(
    loadAssignment({ id: 'a', title: 'A', problems: [{ problem }] }, problems),
    reading.submission,
  );
  const [only] = result.problems;
  return { result, mark: (field: string) => only?.marks.find((mark) => mark.field === field) };
}

describe('a number that no float holds', () => {
  const huge = ['9'.repeat(400), `-${'9'.repeat(309)}`, '3^2932.7', '10^1399', '1e400', '10^1399 = 1e399'];
  const fields = [
    ['backprop-by-hand', 'dL_dw3'],
    ['backprop-by-hand', 'a1'],
    ['sigmoid-chain', 'w2_new'],
    ['lenet-parameters', 'total'],
    ['conv-flops', 'withBias'],
  ] as const;
  it.each(fields)('is wrong in %s, %s', (problem, field) => {
    for (const text of huge) {
      const mark = graded(problem, { [field]: text }).mark(field);
      expect([text.slice(0, 20), mark?.points, Number(mark?.waiting ?? 0) === 0 ? mark?.verdict : 'waits']).toEqual([
        text.slice(0, 20),
        '0',
        expect.stringMatching(/^(?:wrong|inconsistent|waits)$/),
      ]);
    }
  });

  it('makes nothing right that follows from it', () => {
    const { result, mark } = graded('backprop-by-hand', { z3: '1e400', yhat: '1.0000', L: '1e300', dL_dw3: '7' });
    expect(['z3', 'L', 'dL_dw3'].map((field) => mark(field)?.verdict)).toEqual(['wrong', 'wrong', 'wrong']);
    expect(JSON.stringify(result)).not.toMatch(/Infinity|NaN/);
  });

  it('stands in no record as a value that follows', () => {
    const papers = [
      ['backprop-by-hand', { z3: '-800', yhat: '0', L: '9e307', dL_dyhat: '1.7e308', dL_dw3: '1' }],
      ['sigmoid-chain', { h: '1e308', f: '1e308', dL_df: '-9e307', df_dw2: '1.7e308', w2_new: '3' }],
      ['lenet-parameters', { C1: '1e307', C5: '9e307', F6: '9e307', total: '1' }],
    ] as const;
    for (const [problem, answers] of papers) {
      const { result } = graded(problem, answers);
      expect(schemaErrors('result', result)).toEqual([]);
    }
  });
});

describe('a line that an earlier wrong number makes trivial', () => {
  const all = (problem: string, value: string): Record<string, string> => {
    const found = problems.find(({ id }) => id === problem);
    const lines = found?.work(found.givens).lines ?? [];
    return Object.fromEntries(lines.map(({ name }) => [name, value]));
  };

  // What stays: right zeros (a pooling layer has no parameters).
  it.each([
    ['backprop-by-hand', '0', '0'],
    ['backprop-by-hand', '1', '0'],
    ['googlenet-parameters', '0', '0'],
    ['lenet-parameters', '0', '2'],
    ['lenet-parameters', '1', '0'],
    ['conv-flops', '1', '0'],
    ['sigmoid-chain', '0', '0'],
  ])('every field of %s %s', (problem, value, score) => {
    expect(graded(problem, all(problem, value)).result.score).toBe(score);
  });

  it('one digit where more are asked for waits, in cells of an array as in a line', () => {
    const ones = [
      ['1', '1'],
      ['1', '1'],
    ];
    const { result, mark } = graded('conv-by-hand', { C: ones, R: ones, pooled: '1' });
    expect([result.score, mark('C')?.verdict, mark('R')?.verdict, mark('pooled')?.verdict]).toEqual([
      '0',
      'wrong',
      'review',
      'review',
    ]);
    // The key is 1.251, 1.699, -1.581 and 1.758: of three cells 1 and 2 are right as far as they go.
    const rounded = graded('conv-by-hand', {
      C: [
        ['1', '2'],
        ['-2', '2'],
      ],
    }).mark('C');
    expect([rounded?.verdict, rounded?.points]).toEqual(['review', '0']);
  });

  it('waits where wrong lines above say the same number, and a ReLU or a maximum only passes it on', () => {
    const { mark } = graded('conv-by-hand', all('conv-by-hand', '7'));
    const lines = ['R[1,1]', 'R[1,2]', 'R[2,1]', 'R[2,2]', 'pooled'];
    expect(lines.map((field) => mark(field)?.verdict)).toEqual(lines.map(() => 'review'));
    const one = graded('conv-by-hand', { 'C[1,1]': '7', 'R[1,1]': '7' }).mark('R[1,1]');
    expect(one).toMatchObject({ verdict: 'carried' });
  });

  it('waits for a person', () => {
    const { result, mark } = graded('backprop-by-hand', { z1: '100000', z2: '100000', a1: '1', a2: '1' });
    expect([result.score, result.status]).toEqual(['0', 'needs-review']);
    expect(mark('a1')).toMatchObject({ verdict: 'review', points: '0', waiting: '1', carriedFrom: ['z1'] });
  });

  it('does not touch what is worked from a wrong number', () => {
    const answers = { z1: '1.368', a1: '0.2029', z2: '-1.432', a2: '0.1928', z3: '0.1238', yhat: '0.5309' };
    const { mark } = graded('backprop-by-hand', answers);
    expect(['z3', 'yhat'].map((field) => mark(field)?.verdict)).toEqual(['carried', 'carried']);
  });
});

describe('a reported accuracy', () => {
  // 98 % is what the reference runs give: 2 might be the error in per cent, but nobody can know.
  it.each(['0', '1', '2', '0.02', '3'])('of %s is no error rate, and earns nothing by itself', (answer) => {
    expect(graded('depth-width', { accuracy100: answer }).mark('accuracy100')).toMatchObject({ points: '0' });
  });
  it('may be an error rate that is written as one', () => {
    expect(graded('depth-width', { accuracy100: '2.1%' }).mark('accuracy100')).toMatchObject({ points: '4' });
  });
});

describe('a single digit whose place is worth more than the whole value', () => {
  // The key is 0.00062158.
  it.each(['0.001', '0.00', '0', '0.000', '0.01'])('%s is no rounding of it', (answer) => {
    expect(graded('backprop-by-hand', { dL_dw3: answer }).mark('dL_dw3')).toMatchObject({ points: '0' });
  });
});
