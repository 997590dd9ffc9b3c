import { describe, expect, it } from 'vitest';
import { decide, readRelation } from '../../src/reported/relation.ts';

const numbers: Record<string, { lo: number; hi: number }> = {
  a: { lo: 0.965, hi: 0.975 },
  b: { lo: 0.968, hi: 0.968 },
  n: { lo: 484, hi: 484 },
};

function verdict(text: string): boolean | string {
  const reading = readRelation(text);
  if (!reading.ok) return `refused at ${reading.at}`;
  const found = reading.relations.map((one) => decide(one, (name) => numbers[name]).holds);
  return found.includes('unknown') ? 'unknown' : found.every((one) => one === true);
}

describe('a relation', () => {
  it.each([
    ['a = b', true],
    ['a = 0.98', false],
    ['a = n/500', true],
    ['n = 484', true],
    ['n = 485', false],
    ['n < 484', false],
    ['n <= 484', true],
    ['0 < a < 1', true],
    ['0 < a < 0.9', false],
    ['a != b', true],
    ['n ≠ 484', false],
    ['n > 1 and n > 1000', false],
    ['a > b', true],
    ['c = 1', 'unknown'],
    ['a', 'refused at 0'],
    ['a = ', 'refused at 4'],
  ])('%s: %s', (text, holds) => expect(verdict(text)).toBe(holds));
});
