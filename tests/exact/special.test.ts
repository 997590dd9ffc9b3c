import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { erf, erfc, erfcDecimal, erfDecimal, log1p } from '../../src/exact/special.ts';

/** How far off, as a share of the value. */
const off = (found: number, value: number): number => Math.abs(found / value - 1);

describe('the error function in floats, against math.erf and math.erfc of Python', () => {
  it.each([
    [0.25, 0.2763263901682369],
    [1, 0.8427007929497149],
    [-2, -0.9953222650189527],
    [2.9, 0.9999589021219005],
    [3, 0.9999779095030014],
    [4.5, 0.9999999998033839],
    [-6, -1],
  ])('erf(%d)', (x, value) => expect(off(erf(x), value)).toBeLessThan(4e-15));

  it.each([
    [-1, 1.842700792949715],
    [0.4, 0.5716076449533315],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [1.5, 0.033894853524689274],
    [2.9, 4.109787809945886e-5],
    [3, 2.2090496998585438e-5],
    [5, 1.5374597944280351e-12],
    [10, 2.088487583762545e-45],
    [26, 5.663192408856143e-296],
  ])('erfc(%d)', (x, value) => expect(off(erfc(x), value)).toBeLessThan(1e-13));

  it('at the ends, and of no number', () => {
    expect([erf(0), erfc(28), erfc(1e300), erf(1e300)]).toEqual([0, 0, 0, 1]);
    expect([erf(Number.NaN), erfc(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('to 50 digits, against series worked in the decimal module of Python', () => {
  it.each([
    ['log1p(1)', log1p(new Decimal(1)), '0.69314718055994530941723212145817656807550013436026'],
    ['log1p(0.001)', log1p(new Decimal('1e-3')), '0.00099950033308353316680939892053501146075506239316655'],
    ['log1p(1e-30)', log1p(new Decimal('1e-30')), '9.999999999999999999999999999995e-31'],
    ['log1p(1e-101)', log1p(new Decimal('1e-101')), '1e-101'],
    ['erf(2)', erfDecimal(new Decimal(2)), '0.99532226501895273416206925636725292861089179704006'],
    ['erf(-2.9)', erfDecimal(new Decimal('-2.9')), '-0.99995890212190054116431613251112420520029831104267'],
    ['erfc(2)', erfcDecimal(new Decimal(2)), '0.0046777349810472658379307436327470713891082029599399'],
    ['erfc(2.9)', erfcDecimal(new Decimal('2.9')), '0.000041097878099458835683867488875794799701688957331164'],
    ['erfc(-2)', erfcDecimal(new Decimal(-2)), '1.9953222650189527341620692563672529286108917970401'],
  ])('%s', (_, found, value) => expect(found.div(value).minus(1).abs().toNumber()).toBeLessThan(2e-48));

  it.each([
    ['erf(1000)', erfDecimal(new Decimal(1000)), '1'],
    ['erf of minus infinity', erfDecimal(new Decimal('-Infinity')), '-1'],
    ['erfc(101)', erfcDecimal(new Decimal(101)), '0'],
    ['erfc of infinity', erfcDecimal(new Decimal('Infinity')), '0'],
    ['erfc of minus infinity', erfcDecimal(new Decimal('-Infinity')), '2'],
    ['erf of no number', erfDecimal(new Decimal('NaN')), 'NaN'],
    ['erfc of no number', erfcDecimal(new Decimal('NaN')), 'NaN'],
    ['log1p(0)', log1p(new Decimal(0)), '0'],
  ])('%s', (_, found, text) => expect(found.toString()).toBe(text));
});
