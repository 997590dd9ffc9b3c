import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { point } from '../../src/exact/interval.ts';
import { half, placesGrid, rounded, significantGrid, unrounded } from '../../src/exact/rounding.ts';

describe('rounded', () => {
  const cases: [string, string, number, string, string][] = [
    ['a tie goes either way', '0.12345', 4, '0.1234', '0.1235'],
    ['a tie that float64 holds too low', '1.005', 2, '1', '1.01'],
    ['a negative tie goes either way', '-0.12345', 4, '-0.1235', '-0.1234'],
    ['below a tie', '0.12344', 4, '0.1234', '0.12344'],
    ['above a tie', '0.12346', 4, '0.12346', '0.1235'],
    ['nothing to round', '0.25', 4, '0.25', '0.25'],
    ['whole places', '15', -1, '10', '20'],
    ['to nothing', '0.00004', 4, '0', '0.00004'],
  ];
  it.each(cases)('%s: %s', (_, text, places, lo, hi) => {
    const { lo: low, hi: high } = rounded(point(Number(text)), placesGrid(places));
    expect(low).toBeCloseTo(Number(lo), 12);
    expect(high).toBeCloseTo(Number(hi), 12);
  });

  it('holds what each rule of ties makes of every number in the interval', () => {
    const decimal = fc.tuple(fc.integer({ min: -(10 ** 7), max: 10 ** 7 }), fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 5 }), fc.boolean(), ([digits, scale], places, even) => {
        const x = new Decimal(digits).div(new Decimal(10).pow(scale));
        const rule = even ? Decimal.ROUND_HALF_EVEN : Decimal.ROUND_HALF_UP;
        const { lo, hi } = rounded(point(x.toNumber()), placesGrid(places));
        const value = x.toDecimalPlaces(places, rule).toNumber();
        expect(lo).toBeLessThanOrEqual(value);
        expect(hi).toBeGreaterThanOrEqual(value);
        expect(hi - lo).toBeLessThanOrEqual(10 ** -places * (1 + 1e-9));
      }),
    );
  });

  it('takes a tie either way however large the number is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10 ** 9, max: 10 ** 12 }), fc.boolean(), (units, negative) => {
        const x = Number(`${negative ? '-' : ''}${units}.5`) / 1e4;
        const { lo, hi } = rounded(point(x), placesGrid(4));
        const [near, far] = [units / 1e4, (units + 1) / 1e4];
        const least = Math.abs(x) * 1e-15;
        expect(negative ? -hi : lo).toBeLessThanOrEqual(near + least);
        expect(negative ? -lo : hi).toBeGreaterThanOrEqual(far - least);
        expect(hi - lo).toBeLessThan(1.2e-4);
      }),
    );
  });

  it.each<[string, [number, number], number | undefined, [number, number]]>([
    // 0.0994 and 1.0049 at two places are 0.10 and 1.00: both lie within.
    ['within its ends', [0.0994, 1.0049], 2, [0.0994, 1.0049]],
    ['beyond its ends', [0.0946, 1.0051], 2, [0.09, 1.01]],
    ['on both sides of nought', [-0.0951, 0.0049], 2, [-0.1, 0.0049]],
    // The larger end has two digits at one place, and 0.0123 is 0.0 there.
    ['to two digits of its larger end', [0.0123, 1.26], undefined, [0, 1.3]],
    ['to two digits of its larger end below nought', [-1.26, 0.0123], undefined, [-1.3, 0.0123]],
  ])('an interval %s', (_, [from, to], places, [lo, hi]) => {
    const grid = places === undefined ? significantGrid(2) : placesGrid(places);
    const found = rounded({ lo: from, hi: to }, grid);
    expect(found.lo).toBeCloseTo(lo, 12);
    expect(found.hi).toBeCloseTo(hi, 12);
  });

  it.each([1e300, -1e300, 2 ** 60, Number.MAX_VALUE])('leaves %s alone, whose places do not matter', (x) => {
    expect(rounded(point(x), placesGrid(4))).toEqual(point(x));
  });

  it('leaves what is not known', () => {
    expect(Number.isNaN(rounded(point(Number.NaN), placesGrid(4)).lo)).toBe(true);
    expect(rounded(point(0.123456), unrounded)).toEqual(point(0.123456));
  });
});

describe('significantGrid', () => {
  it.each([
    [0.0006215, 2, 5],
    [0.001, 2, 4],
    [0.1, 3, 3],
    [1, 3, 2],
    [999, 3, 0],
    [1000, 3, -1],
    [0, 3, undefined],
  ])('%s to %s digits has %s places', (size, digits, places) => expect(significantGrid(digits)(size)).toBe(places));
});

it('half a unit of the fourth place', () => expect(half(4)).toBeCloseTo(0.00005, 15));
