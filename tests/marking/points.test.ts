import { describe, expect, it } from 'vitest';
import { pointsText, sharesOf } from '../../src/marking/points.ts';

const asks = { answer: { points: 10, steps: { first: 2, second: 3 } } };

describe('points of steps', () => {
  it.each([
    ['none shown', [], { answer: 10 }],
    ['one shown', ['first'], { first: 2, answer: 8 }],
    ['all shown', ['first', 'second'], { first: 2, second: 3, answer: 5 }],
  ])('%s: what is not shown stays with the answer', (_, shown, expected) => {
    const shares = sharesOf(asks, (field) => (shown as string[]).includes(field));
    expect(Object.fromEntries(shares)).toEqual(expected);
  });

  it.each([
    [1 / 3, '0.33'],
    [2, '2'],
    [0.75 * 14, '10.5'],
  ])('%d prints as %s', (points, text) => {
    expect(pointsText(points)).toBe(text);
  });
});
