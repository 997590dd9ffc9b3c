import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import { judged } from '../support/shown.ts';

/** Real answers as their authors wrote them, with what two careful people said of them. */
describe('write-up 001, backprop by hand', () => {
  const found = judged(backprop, {
    z1: '1.368',
    a1: '0.202943',
    z2: '-1.432',
    a2: '0.192787',
    z3: '0.123799',
    yhat: '0.530909',
    L: '0.000955',
    dL_dyhat: '0.061818',
    dyhat_dz3: '0.249044',
    da2_dz2: '0.155620',
    dL_dw3: '0.0001',
  });

  it.each([
    ['z1', 'correct'],
    ['a1', 'slip'],
    ['z2', 'correct'],
    ['a2', 'correct'],
    ['z3', 'carried'],
    ['yhat', 'carried'],
    ['L', 'carried'],
    ['dL_dyhat', 'carried'],
    ['dyhat_dz3', 'carried'],
    ['da2_dz2', 'correct'],
    ['dL_dw3', 'carried'],
  ])('%s is %s', (line, verdict) => expect(found.get(line)?.verdict).toBe(verdict));

  it('the sign of the exponent was lost in a1, and nothing else fits as well', () => {
    const { explained } = found.get('a1') ?? {};
    expect(explained?.bits).toBeGreaterThan(12);
    const [first] = explained?.explanations ?? [];
    expect(first).toMatchObject({ kind: 'sign', step: 'a1', formula: 'sigmoid(-1.368)' });
    expect(first?.share).toBeGreaterThan(0.9);
  });

  it('digits beyond the places asked for cost nothing', () => {
    expect(found.get('z3')?.remarks).toEqual(['digits-beyond']);
    expect(found.get('yhat')?.remarks).toEqual(['cut-beyond']);
    expect(found.get('dyhat_dz3')?.remarks).toEqual(['cut-beyond']);
  });

  it('all of it goes back to a1', () => {
    for (const line of ['z3', 'yhat', 'L', 'dL_dyhat', 'dyhat_dz3', 'dL_dw3'])
      expect(found.get(line)?.roots).toEqual(['a1']);
  });
});

describe('write-up 001, with the unrounded product as the answer', () => {
  const lines = { a1: '0.202943', yhat: '0.530909', dL_dyhat: '0.061818', dyhat_dz3: '0.249044', da2_dz2: '0.155620' };
  it.each([
    ['0.000143', 'carried'],
    ['0.00143', 'wrong'],
    ['0.0014', 'wrong'],
  ])('%s is %s', (answer, verdict) => {
    expect(judged(backprop, { ...lines, dL_dw3: answer }).get('dL_dw3')?.verdict).toBe(verdict);
  });

  it('ten times too much is what fits best', () => {
    const explained = judged(backprop, { ...lines, dL_dw3: '0.00143' }).get('dL_dw3')?.explained;
    expect(explained?.explanations[0]).toMatchObject({ kind: 'magnitude', step: 'dL_dw3' });
  });
});

it('write-up 003: a wrong prediction, and right lines below it that rounding cannot tell from carried ones', () => {
  const found = judged(backprop, { yhat: '0.6435', dyhat_dw3: '0.0021', dL_dw3: '0.0006' });
  expect([...found.values()].map(({ verdict }) => verdict)).toEqual(['wrong', 'correct', 'correct']);
  expect(found.get('yhat')?.explained?.explanations[0]).toMatchObject({ kind: 'digit', step: 'yhat' });
});

it('write-up 000: two sigmoids and a step, all right', () => {
  const found = judged(chain, { h: '0.5', f: '0.5', df_dw2: '0.125', dL_df: '-9', w2_new: '0.5625' });
  expect([...found.values()].map(({ verdict }) => verdict)).toEqual(Array(5).fill('correct'));
});

describe('write-up 000 with numbers of other givens', () => {
  const givens = { x1: '1', x2: '0', w1: '0.5', w2: '-1.5', y: '1', eta: '0.1' };
  // Reckoned with Python: h 0.622459, f 0.282177, df_dw2 0.126081, dL_df -1.435646, w2_new -1.481899.
  it('only the end is rounded', () => {
    const found = judged(chain, { df_dw2: '0.1261', w2_new: '-1.4819' }, givens);
    expect([...found.values()].map(({ verdict }) => verdict)).toEqual(['correct', 'correct']);
  });

  it('lines on the way may be shown with fewer places', () => {
    const found = judged(chain, { h: '0.62', f: '0.28', dL_df: '-1.4', df_dw2: '0.1261' }, givens);
    expect([...found.values()].map(({ verdict }) => verdict)).toEqual(Array(4).fill('correct'));
  });

  it('but the answer may not', () => {
    expect(judged(chain, { df_dw2: '0.126' }, givens).get('df_dw2')?.verdict).toBe('rounding');
  });
});
