import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import {
  add,
  distance,
  divide,
  type Interval,
  increasing,
  join,
  known,
  meet,
  multiply,
  negate,
  point,
  power,
} from '../../src/exact/interval.ts';

/** Short binary fractions, because a double and its shortest text are one number only there. */
const bound = fc.tuple(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), fc.nat(10)).map(([m, e]) => m / 2 ** e);
const interval = fc.tuple(bound, bound).map(([a, b]): Interval => ({ lo: Math.min(a, b), hi: Math.max(a, b) }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const inside = ({ lo, hi }: Interval, at: number): Decimal => new Decimal(lo).plus(new Decimal(hi).minus(lo).times(at));
const holds = (x: Interval, value: Decimal): boolean => value.gte(x.lo) && value.lte(x.hi);

describe('an operation on intervals encloses the operation on every two of their numbers', () => {
  const operations: [string, (a: Interval, b: Interval) => Interval, (a: Decimal, b: Decimal) => Decimal][] = [
    ['add', add, (a, b) => a.plus(b)],
    ['multiply', multiply, (a, b) => a.times(b)],
    ['divide', divide, (a, b) => a.div(b)],
  ];
  it.each(operations)('%s', (_, onIntervals, onNumbers) => {
    fc.assert(
      fc.property(interval, interval, share, share, (a, b, i, j) => {
        const whole = onIntervals(a, b);
        fc.pre(known(whole));
        expect(holds(whole, onNumbers(inside(a, i), inside(b, j)))).toBe(true);
      }),
    );
  });

  it('negate', () => {
    fc.assert(fc.property(interval, share, (a, i) => holds(negate(a), inside(a, i).neg())));
  });

  it('power with a whole exponent', () => {
    // Their fourth powers are short binary fractions, too.
    const shorter = fc.tuple(fc.integer({ min: -4096, max: 4096 }), fc.nat(10)).map(([m, e]) => m / 2 ** e);
    const few = fc.tuple(shorter, shorter).map(([a, b]): Interval => ({ lo: Math.min(a, b), hi: Math.max(a, b) }));
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 4 }), share, (a, n, i) =>
        holds(power(a, point(n)), inside(a, i).pow(n)),
      ),
    );
  });

  it('an increasing function', () => {
    const small = fc.integer({ min: -20 * 1024, max: 20 * 1024 }).map((m) => m / 1024);
    const near = fc.tuple(small, small).map(([a, b]): Interval => ({ lo: Math.min(a, b), hi: Math.max(a, b) }));
    fc.assert(fc.property(near, share, (a, i) => holds(increasing(Math.exp, a), inside(a, i).exp())));
  });
});

describe('what is not known stays unknown', () => {
  it.each([
    ['a divisor that holds 0', divide(point(1), { lo: -1, hi: 2 })],
    ['a divisor that is 0', divide(point(1), point(0))],
    ['a negative power across 0', power({ lo: -1, hi: 1 }, point(-1))],
    ['a vague power of a number that may be negative', power({ lo: -1, hi: 1 }, { lo: 0, hi: 1 })],
    ['overflow', multiply(point(1e300), point(1e300))],
  ])('%s', (_, result) => expect(known(result)).toBe(false));
});

describe('whole numbers are exact', () => {
  it.each([
    ['sum', add(point(60000), point(1706)), 61706],
    ['product', multiply(point(150), point(16)), 2400],
    ['quotient', divide(point(28), point(2)), 14],
    ['square', power(point(5), point(2)), 25],
    ['an even power across 0 starts at 0', power({ lo: -2, hi: 1 }, point(2)), undefined],
  ])('%s', (_, { lo, hi }, value) => expect([lo, hi]).toEqual(value === undefined ? [0, 4] : [value, value]));
});

describe('sets', () => {
  const a = { lo: 1, hi: 3 };
  it('meet', () => {
    expect(meet(a, { lo: 2, hi: 5 })).toEqual({ lo: 2, hi: 3 });
    expect(meet(a, { lo: 3, hi: 5 })).toEqual({ lo: 3, hi: 3 });
    expect(meet(a, { lo: 4, hi: 5 })).toBeUndefined();
  });
  it('join', () => expect(join(a, point(7))).toEqual({ lo: 1, hi: 7 }));
  it('distance', () => expect([distance(0, a), distance(2, a), distance(5, a)]).toEqual([1, 0, 2]));
});
