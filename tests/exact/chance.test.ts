import { describe, expect, it } from 'vitest';
import { chance } from '../../src/exact/chance.ts';
import { proved } from '../../src/records/result.ts';

describe('chance is a probability', () => {
  const cases: [number, number][] = [
    [0.6455, 4],
    [0.0006, 4],
    [-1.432, 3],
    [61706, 0],
    [12.5, 2],
  ];
  it.each(cases)('over all numbers near %s with %s places it adds up to at most 1', (truth, places) => {
    const unit = 10 ** -places;
    const reach = Math.max(200_000, Math.ceil((Math.abs(truth) * 12) / unit));
    let total = 0;
    for (let n = -reach; n <= reach; n++) total += chance(n * unit, unit, truth);
    expect(total).toBeLessThanOrEqual(1);
    // Not far below either, or the evidence would be overstated by as much.
    expect(total).toBeGreaterThan(0.5);
  });
});

it('more digits make a number less likely by chance, ten times for each', () => {
  for (const truth of [0.6455, 13.7]) {
    const few = chance(truth * 1.3, 1e-4, truth);
    const many = chance(truth * 1.3, 1e-6, truth);
    expect(few / many).toBeGreaterThan(80);
    expect(few / many).toBeLessThan(120);
  }
});

it('is finite and positive for any number', () => {
  for (const written of [0, 1e-12, -5, 1e9, 123456])
    for (const truth of [0, 1e-9, -3, 1e12]) {
      const p = chance(written, 1e-4, truth);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
    }
});

it('what is proved is wrong by chance less than once in 190', () => expect(2 ** -proved).toBeLessThan(1 / 190));
