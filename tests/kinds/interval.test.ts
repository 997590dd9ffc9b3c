import { describe, expect, it } from 'vitest';
import { readInterval } from '../../src/kinds/interval/read.ts';

const read = (text: string) => {
  const found = readInterval(text);
  return found && [found.low, found.high, found.lowClosed, found.highClosed];
};

describe('an interval', () => {
  it.each([
    ['(-1, 1)', ['-1', '1', false, false]],
    [']-1, 1[', ['-1', '1', false, false]],
    ['[0; 1]', ['0', '1', true, true]],
    ['(−1, 1)', ['-1', '1', false, false]],
    ['y ∈ (0, 1]', ['0', '1', false, true]],
    ['-1 < y < 1', ['-1', '1', false, false]],
    ['0 ≤ y < 1', ['0', '1', true, false]],
    ['$\\left( -1, 1 \\right)$', ['-1', '1', false, false]],
    ['$0 \\le y \\leq 1$', ['0', '1', true, true]],
    ['(-∞, \\infty)', ['-inf', 'inf', false, false]],
    ['the output range for this function is between -1 and 1 exclusive.', ['-1', '1', false, false]],
    ['between 0 and 1', ['0', '1', undefined, undefined]],
    ['from 0 to 1, inclusive', ['0', '1', true, true]],
    ['1 > tanh(x) > -1', ['-1', '1', false, false]],
    ['$-1\\leqslant y\\leqslant 1$', ['-1', '1', true, true]],
    ['|y| < 1', ['-1', '1', false, false]],
    ['y ≥ 0', ['0', 'inf', true, false]],
    ['y > -1 and y <= 1', ['-1', '1', false, true]],
    ['\\{y \\mid -1 < y < 1\\}', ['-1', '1', false, false]],
    ['\\tanh(x) \\in (-1, 1)', ['-1', '1', false, false]],
    ['\\mathbb{R}', ['-inf', 'inf', false, false]],
    ['0 < y > 1', undefined],
    ['y > 0 and y > 1', undefined],
    ['x < y', undefined],
    ['negative and positive', undefined],
    ['(a, b)', undefined],
    ['1', undefined],
  ])('%s', (text, ends) => expect(read(text)).toEqual(ends));
});
