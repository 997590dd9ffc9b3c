import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import {
  add,
  distance,
  divide,
  held,
  type Interval,
  increasing,
  isPoint,
  join,
  known,
  meet,
  multiply,
  negate,
  periodic,
  point,
  power,
  slack,
  spread,
  turned,
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

describe('a point', () => {
  it.each([
    [0, 0, true],
    [1, 1, true],
    [1, 1 + 5e-14, true],
    [1, 1 + 5e-13, false],
    [0, 1e-200, false],
    [-1, 1, false],
  ])('%d to %d', (lo, hi, is) => expect(isPoint({ lo, hi })).toBe(is));

  it('allows for what floats lose, and for 0 as well', () => {
    expect(slack(0)).toBeGreaterThan(0);
    expect(slack(-2)).toBeCloseTo(2e-13, 20);
  });

  it('is held as itself where it is whole, else between its neighbours', () => {
    expect(held(point(61706))).toEqual(point(61706));
    const { lo, hi } = held(point(0.1));
    expect([lo < 0.1, hi > 0.1, hi - lo < 1e-16]).toEqual([true, true, true]);
    const below = held(point(-0.1));
    expect([below.lo < -0.1, below.hi > -0.1]).toEqual([true, true]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is not known', (x) => {
    expect(known(point(x))).toBe(false);
    expect(known({ lo: 0, hi: x })).toBe(false);
    expect(known({ lo: x, hi: 0 })).toBe(false);
  });
});

describe('no wider than an operation makes it', () => {
  it.each<[string, Interval, number, number]>([
    ['a product of two signs', multiply({ lo: -2, hi: 3 }, { lo: -5, hi: 7 }), -15, 21],
    ['a product of halves', multiply({ lo: -0.5, hi: 1.5 }, { lo: -2.5, hi: 0.5 }), -3.75, 1.25],
    ['a quotient by a negative', divide({ lo: -1, hi: 2 }, { lo: -4, hi: -0.5 }), -4, 2],
    ['a quotient by a positive', divide({ lo: -1, hi: 2 }, { lo: 0.5, hi: 4 }), -2, 4],
    ['a sum', add({ lo: -0.5, hi: 1 }, { lo: 0.25, hi: 0.5 }), -0.25, 1.5],
    ['an odd power across 0', power({ lo: -2, hi: 1 }, point(3)), -8, 1],
    ['an even power below 0', power({ lo: -3, hi: -2 }, point(2)), 4, 9],
    ['a negative power', power({ lo: 2, hi: 4 }, point(-1)), 0.25, 0.5],
    ['a power between two', power({ lo: 2, hi: 4 }, { lo: -1, hi: 2 }), 0.25, 16],
    ['an even function', turned(Math.cosh, { lo: -1, hi: 2 }), 1, Math.cosh(2)],
    ['an even function on one side', turned(Math.cosh, { lo: 1, hi: 2 }), Math.cosh(1), Math.cosh(2)],
    ['made wider by a tenth', spread({ lo: -2, hi: 4 }, 0.1), -2.2, 4.4],
    ['an increasing function', increasing(Math.exp, { lo: 0, hi: 1 }), 1, Math.E],
    ['a step', increasing(Math.floor, { lo: -0.5, hi: 1.5 }, true), -1, 1],
  ])('%s', (_, { lo, hi }, from, to) => {
    expect(lo).toBeCloseTo(from, 12);
    expect(hi).toBeCloseTo(to, 12);
    expect([lo <= from, hi >= to]).toEqual([true, true]);
  });

  it.each([
    ['a divisor that begins at 0', divide(point(1), { lo: 0, hi: 2 })],
    ['a divisor that ends at 0', divide(point(1), { lo: -2, hi: 0 })],
    ['a vague power from 0', power({ lo: 0, hi: 1 }, { lo: 0.5, hi: 1 })],
    ['an even function of what is not known', turned(Math.cosh, { lo: Number.NaN, hi: 1 })],
    ['a wave of what is not known', periodic(Math.sin, { lo: 0, hi: Number.NaN }, { period: 6, top: 0, bottom: 0 })],
  ])('nothing is known of %s', (_, result) => expect(known(result)).toBe(false));
});

describe('a wave', () => {
  const turn = 2 * Math.PI;
  const sine = (lo: number, hi: number): Interval =>
    periodic(Math.sin, { lo, hi }, { period: turn, top: 0.25, bottom: 0.75 });
  it.each<[string, number, number, number, number]>([
    ['rises', 0, 1, 0, Math.sin(1)],
    ['falls', 2, 4, Math.sin(4), Math.sin(2)],
    ['turns above', 1, 2, Math.sin(1), 1],
    ['turns below', 4, 5, -1, Math.sin(4)],
    ['turns above, two turns back', 1 - 2 * turn, 2 - 2 * turn, Math.sin(1), 1],
    ['turns twice', 1, 5, -1, 1],
    ['goes all around', 0.3, 0.3 + turn, -1, 1],
    ['is too far away', 1e7, 1e7 + 0.1, -1, 1],
    ['is too far below', -1e7, -1e7 + 0.1, -1, 1],
  ])('%s', (_, from, to, lo, hi) => {
    const found = sine(from, to);
    expect(found.lo).toBeCloseTo(lo, 9);
    expect(found.hi).toBeCloseTo(hi, 9);
  });
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
