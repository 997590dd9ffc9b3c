import { describe, expect, it } from 'vitest';
import lenet from '../../problems/lenet-parameters/problem.ts';
import { english } from '../../src/working/message.ts';
import { defineProblem } from '../../src/working/problem.ts';
import { judged } from '../support/shown.ts';

const said = (found: ReturnType<typeof judged>, line: string) => {
  const { explained, verdict } = found.get(line) ?? {};
  const [first] = explained?.explanations ?? [];
  return { verdict, says: english(first?.wording.says ?? ''), bits: first?.bits ?? -Infinity };
};

describe('two slips between two written numbers', () => {
  it('in one line are offered where they beat chance, and not called proved where they do so narrowly', () => {
    // C5 as 5*5*6*120*120 = 2,160,000: the maps of C1 for those of C3, and the biases multiplied, not added.
    const { verdict, says, bits } = said(judged(lenet, { total: '2173586' }), 'total');
    expect(verdict).toBe('wrong');
    expect(says).toMatch(/^Two slips at once: .*multiplied where they are added.*filters of C1.*filters of C3/);
    expect(bits).toBeGreaterThan(2);
  });

  const long = defineProblem({
    id: 'two-lines',
    title: 'Two lines',
    rounding: { exact: true },
    counts: true,
    givens: { a: '7919', b: '6841', c: '5927', d: '4931' },
    working: { p: 'a*b + c', q: 'c*d + a', t: 'p*p + q*q' },
    asks: { t: { points: 1 } },
  });
  it('in two lines are named where the digits prove them', () => {
    // The lone term of p and a factor of q forgotten: (7919*6841)^2 + (5927 + 7919)^2.
    const text = String((7919n * 6841n) ** 2n + (5927n + 7919n) ** 2n);
    const { verdict, says } = said(judged(long, { t: text }), 't');
    expect(verdict).toBe('slip');
    expect(says).toMatch(/the term `c` is missing.*the factor `d` is missing/);
  });

  it('are not looked for in a number of few digits', () => {
    expect(said(judged(lenet, { total: '77777' }), 'total')).toMatchObject({ verdict: 'wrong', says: '' });
  });
});
