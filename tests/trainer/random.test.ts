import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffled } from '../../src/trainer/random.ts';

describe('random numbers', () => {
  // The 32-bit states of FNV-1a and mulberry32 as an independent program in Python computes them.
  it.each([
    ['', [2625274932, 2119670693, 3324411561]],
    ['1/order/1', [1728509035, 3977764211, 2153739309]],
    ['7/split', [1411561401, 80127840, 2201532233]],
  ])('seed "%s" gives the published sequence', (seed, expected) => {
    const random = randomFrom(seed);
    expect(expected.map(() => random.uniform() * 2 ** 32)).toEqual(expected);
  });

  it('draws normal numbers with mean 0 and variance 1', () => {
    const random = randomFrom('normal');
    const values = Array.from({ length: 20000 }, () => random.normal());
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('shuffles into a permutation that the seed fixes', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.string(), (n, seed) => {
        const order = shuffled(n, randomFrom(seed));
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        expect(shuffled(n, randomFrom(seed))).toEqual(order);
      }),
    );
  });

  it('puts each number first about equally often', () => {
    const firsts = new Map<number, number>();
    for (let i = 0; i < 4000; i += 1) {
      const first = shuffled(4, randomFrom(`first/${i}`))[0] ?? -1;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // Four standard deviations of a binomial count with n = 4000, p = 1/4.
    for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(110);
    expect(firsts.size).toBe(4);
  });
});
