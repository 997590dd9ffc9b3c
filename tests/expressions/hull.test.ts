import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { point } from '../../src/exact/interval.ts';
import { placesGrid, unrounded } from '../../src/exact/rounding.ts';
import { hull } from '../../src/expressions/hull.ts';
import { parseFormula } from '../../src/expressions/plain.ts';
import { seeded } from '../support/random.ts';
import { workedByHand } from '../support/student.ts';

const formulas = [
  'a*b + c*d',
  'a*b*c*d*e',
  'a*b*c*d*e*a*b',
  'a - b + c - d',
  'a + b + c + d + e + a*b',
  'sigmoid(a)',
  'sigmoid(a*b + c)*(1 - sigmoid(a))',
  '2*(a - b)',
  '(a - b)^2',
  'a*(1 - a)*b',
  '-2*(a - sigmoid(b))',
  'a/(d*e) - b/d/e*c',
];
const names = ['a', 'b', 'c', 'd', 'e'];

describe('the hull holds what every student gets who rounds some results and not others', () => {
  const digits = fc.integer({ min: -29_999, max: 29_999 }).map((n) => new Decimal(n === 0 ? 1 : n).div(10_000));
  const inputs = fc.array(digits, { minLength: 5, maxLength: 5 });
  const student = fc.record({
    places: fc.integer({ min: 2, max: 5 }),
    rounds: fc.double({ min: 0, max: 1, noNaN: true }),
    even: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.integer(),
  });
  it.each(formulas)('%s', (text) => {
    const formula = parseFormula(text);
    fc.assert(
      fc.property(inputs, student, (values, { places, rounds, even, seed }) => {
        const random = seeded(seed);
        const input = (name: string): Decimal => values[names.indexOf(name)] as Decimal;
        const round = (x: Decimal): Decimal =>
          random() < rounds
            ? x.toDecimalPlaces(places, random() < even ? Decimal.ROUND_HALF_EVEN : Decimal.ROUND_HALF_UP)
            : x;
        const reached = hull(formula, (name) => point(input(name).toNumber()), placesGrid(places));
        fc.pre(reached !== undefined);
        const value = workedByHand(formula, input, round, random).toNumber();
        expect(value).toBeGreaterThanOrEqual((reached?.lo ?? 0) - Math.abs(value) * 1e-14 - 1e-300);
        expect(value).toBeLessThanOrEqual((reached?.hi ?? 0) + Math.abs(value) * 1e-14 + 1e-300);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the hull is no wider than it need be', () => {
  const at =
    (values: Record<string, number>) =>
    (name: string): { lo: number; hi: number } =>
      point(values[name] ?? Number.NaN);

  it.each([
    // 0.9*0.75 and 1.1*0.63 need no rounding at 4 places.
    ['nothing to round', 'a*b + c*d', { a: 0.9, b: 0.75, c: -1.1, d: -0.63 }, 1.368, 1.368],
    // 0.3333*0.5 is 0.16665: 0.1666 by ties to even, 0.1667 by half up; times 3.
    ['a tie inside', '(a*b)*c', { a: 0.3333, b: 0.5, c: 3 }, 0.4998, 0.5001],
    // Only the last operation, which is judged elsewhere.
    ['one operation', 'a*b', { a: 0.3333, b: 0.3333 }, 0.11108889, 0.11108889],
  ])('%s', (_, text, values, lo, hi) => {
    const reached = hull(parseFormula(text), at(values as Record<string, number>), placesGrid(4));
    expect(reached?.lo).toBeCloseTo(lo, 12);
    expect(reached?.hi).toBeCloseTo(hi, 12);
  });

  it('is a point where nothing is rounded', () => {
    const reached = hull(parseFormula('a*b*c'), at({ a: 0.1, b: 0.2, c: 0.3 }), unrounded);
    expect((reached?.hi ?? 1) - (reached?.lo ?? 0)).toBeLessThan(1e-16);
  });
});

describe('no hull', () => {
  it.each([
    ['a division by what may be 0', 'a/(b - c)'],
    ['a number beyond float64', 'exp(a*1000)'],
    ['an unknown input', 'a + unknown'],
    ['a logarithm of a negative number', 'ln(0 - a)'],
  ])('%s', (_, text) => {
    const input = (name: string) => point({ a: 1, b: 0.3, c: 0.3 }[name] ?? Number.NaN);
    expect(hull(parseFormula(text), input, placesGrid(4))).toBeUndefined();
  });
});
