import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/records/result.ts';
import { commonCause, pooledText } from '../../src/report/pooled.ts';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

describe('equal wrong answers of a class', () => {
  it.each([
    [2, 0.01],
    [7, 0.2],
    [20, 0.001],
  ])('are expected to say nothing where all are accidents: %i more papers', (others, q) => {
    const expected = Array.from({ length: others + 1 }, (_, equal) => {
      const bits = commonCause(equal + 1, others + 1, q);
      return choose(others, equal) * q ** equal * (1 - q) ** (others - equal) * 2 ** bits;
    });
    expect(expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });

  const mark: Mark = {
    field: 'pool',
    given: '2401',
    value: '2401',
    verdict: 'wrong',
    expected: '2560',
    points: '0',
    outOf: '1',
    asked: true,
  };

  it.each([
    ['93 of 120 are no accidents', mark, 93, 120, /^93 papers of 120 .* over 100 bits/],
    ['two of two hundred may be', { ...mark, value: '0.1', expected: '0.2' }, 2, 200, undefined],
    ['one is one', mark, 1, 120, undefined],
    ['what is no number is none', { ...mark, value: undefined as never }, 93, 120, undefined],
    [
      'the slip that fits best is said',
      { ...mark, slips: [{ kind: 'digit', step: 'pool', evidence: '2.0', says: 'The slip.', hint: '' }] } as Mark,
      12,
      20,
      /one another\. Of the slips that we know this fits best: The slip\.$/,
    ],
  ])('%s', (_, one, equal, wrong, says) => {
    const text = pooledText(one, equal, wrong);
    if (says) expect(text).toMatch(says);
    else expect(text).toBeUndefined();
  });
});
