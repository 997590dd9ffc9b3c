import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agreement, agreement, isCut, isOfCount, isRightly, saysNothing } from '../../src/exact/agreement.ts';
import { point, unknown } from '../../src/exact/interval.ts';
import { shownOf } from '../support/shown.ts';

const sigmoid = point(0.7970568312888584);

type Case = [id: string, written: string, lo: number, hi: number, places: number, how: Agreement];

describe('rule 1: no more places than asked', () => {
  it.each<Case>([
    ['rounded', '0.7971', sigmoid.lo, sigmoid.hi, 4, 'right'],
    ['the next cell', '0.7972', sigmoid.lo, sigmoid.hi, 4, undefined],
    ['the window is closed: a tie up', '0.1235', 0.12345, 0.12345, 4, 'right'],
    ['the window is closed: a tie to even', '0.1234', 0.12345, 0.12345, 4, 'right'],
    ['a tie below nought', '-0.1235', -0.12345, -0.12345, 4, 'right'],
    ['beyond a tie', '0.1236', 0.12345, 0.12345, 4, undefined],
    ['an interval makes more cells right', '0.0007', 0.00058, 0.00066, 4, 'right'],
    ['zeros that were not written', '0.25', 0.25, 0.25, 4, 'right'],
    ['fewer places', '0.80', sigmoid.lo, sigmoid.hi, 4, 'fewer-places'],
    ['one digit far from the places asked', '0.8', sigmoid.lo, sigmoid.hi, 4, 'fewer-places'],
    ['a digit worth more than the value agrees with nothing', '1', sigmoid.lo, sigmoid.hi, 4, undefined],
    ['fewer places, cut off', '0.79', sigmoid.lo, sigmoid.hi, 4, 'cut-off'],
    ['fewer places, wrong', '0.78', sigmoid.lo, sigmoid.hi, 4, undefined],
    ['minus nought', '-0.0000', 0.00003, 0.00003, 4, 'right'],
    ['minus nought for a negative number', '-0.0000', -0.00003, -0.00003, 4, 'right'],
    ['nought for nought', '0.0000', 0, 0, 4, 'right'],
    ['an interval around nought', '0.0001', -0.00012, 0.00006, 4, 'right'],
    ['beyond an interval around nought', '0.0002', -0.00012, 0.00006, 4, undefined],
    ['cut off from an interval', '0.0005', 0.00058, 0.00066, 4, 'cut-off'],
    ['below an interval', '0.0004', 0.00058, 0.00066, 4, undefined],
    ['above an interval', '0.0008', 0.00058, 0.00066, 4, undefined],
    ['in tens, for hundreds', '120', 123.4, 123.4, 4, undefined],
    ['a whole number where places are asked', '123', 123.4, 123.4, 4, 'fewer-places'],
    ['the wrong sign', '-0.7971', sigmoid.lo, sigmoid.hi, 4, undefined],
  ])('%s: %s', (_, written, lo, hi, places, how) => expect(agreement(shownOf(written), { lo, hi }, places)).toBe(how));
});

describe('rule 2: more places than asked', () => {
  it.each<Case>([
    ['rounded', '0.797057', sigmoid.lo, sigmoid.hi, 4, 'right'],
    ['cut off, which is free there', '0.797056', sigmoid.lo, sigmoid.hi, 4, 'right'],
    ['zeros after a rounded value', '0.797100', sigmoid.lo, sigmoid.hi, 4, 'right'],
    ['zeros after a wrong value', '0.797200', sigmoid.lo, sigmoid.hi, 4, undefined],
    ['digits beyond that do not follow', '0.797099', sigmoid.lo, sigmoid.hi, 4, 'right-at-places'],
    ['wrong at the places asked', '0.797199', sigmoid.lo, sigmoid.hi, 4, undefined],
    ['one unit off is within', '0.123797', 0.12379695, 0.12379695, 4, 'right'],
    ['two units off is not', '0.123799', 0.12379695, 0.12379695, 4, 'right-at-places'],
  ])('%s: %s', (_, written, lo, hi, places, how) => expect(agreement(shownOf(written), { lo, hi }, places)).toBe(how));
});

describe('rule 3: cut off', () => {
  it.each<Case>([
    ['at the places asked', '0.7970', sigmoid.lo, sigmoid.hi, 4, 'cut-off'],
    ['toward zero below it', '-0.7970', -sigmoid.hi, -sigmoid.lo, 4, 'cut-off'],
    ['away from zero is no cut', '-0.7972', -sigmoid.hi, -sigmoid.lo, 4, undefined],
    ['to nothing says nothing', '0.0000', 0.00006, 0.00006, 4, undefined],
  ])('%s: %s', (_, written, lo, hi, places, how) => expect(agreement(shownOf(written), { lo, hi }, places)).toBe(how));

  it('every number cut off at any place is seen as such', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 1, max: 6 }), (n, p) => {
        const text = (n / 10 ** 8).toFixed(8);
        const cut = text.slice(0, text.indexOf('.') + 1 + p);
        return isCut(Number(cut), point(Number(text)), p);
      }),
    );
  });
});

describe('rule 4: values that need no rounding have no window', () => {
  it.each<Case>([
    ['a count', '61706', 61706, 61706, 0, 'right'],
    ['one off', '61707', 61706, 61706, 0, undefined],
    ['a sum of products', '1.368', 1.368, 1.368, 4, 'right'],
    ['with zeros', '1.3680', 1.368, 1.368, 4, 'right'],
    ['one unit off', '1.3681', 1.368, 1.368, 4, undefined],
    ['fewer places', '1.37', 1.368, 1.368, 4, 'fewer-places'],
    ['fewer places, cut off', '1.36', 1.368, 1.368, 4, 'cut-off'],
    ['a bare nought', '0', 0.5625, 0.5625, 4, undefined],
  ])('%s: %s', (_, written, lo, hi, places, how) => expect(agreement(shownOf(written), { lo, hi }, places)).toBe(how));

  it('where the question wants the very value, an eighth is no 0.13', () => {
    expect(agreement(shownOf('0.125'), point(0.125), 3, true)).toBe('right');
    expect(agreement(shownOf('0.126'), point(0.125), 3, true)).toBeUndefined();
  });
});

describe('for any value', () => {
  const value = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => n / 10 ** 7);
  const places = fc.integer({ min: 1, max: 6 });
  const text = (x: number, p: number): string => x.toFixed(p);

  it('its rounding to the places asked is right, whatever the places', () => {
    fc.assert(fc.property(value, places, (x, p) => agreement(shownOf(text(x, p)), point(x), p) === 'right'));
  });

  it('its rounding to more places is right', () => {
    fc.assert(fc.property(value, places, (x, p) => agreement(shownOf(text(x, p + 1)), point(x), p) === 'right'));
  });

  it('what is two units away at the places asked never is', () => {
    fc.assert(
      fc.property(value, places, fc.boolean(), (x, p, up) => {
        const off = text(x + (up ? 2 : -2) * 10 ** -p, p);
        return agreement(shownOf(off), point(x), p) === undefined;
      }),
    );
  });

  it('a wider interval never refuses what a narrower one takes', () => {
    fc.assert(
      fc.property(value, value, places, fc.nat(20), (x, w, p, wide) => {
        const shown = shownOf(text(w, p));
        fc.pre(agreement(shown, point(x), p) === 'right');
        return agreement(shown, { lo: x - wide * 10 ** -p, hi: x + wide * 10 ** -p }, p) === 'right';
      }),
    );
  });
});

describe('counts are right to the last digit, and large ones may be rounded to two digits or more', () => {
  it.each<[written: string, count: number, how: Agreement]>([
    ['61706', 61_706, 'right'],
    ['61705', 61_706, undefined],
    ['61700', 61_706, 'fewer-places'],
    ['62000', 61_706, 'fewer-places'],
    ['-62000', -61_706, 'fewer-places'],
    ['61800', 61_706, undefined],
    ['60000', 61_706, undefined],
    ['12350', 12_345, 'fewer-places'],
    ['12340', 12_345, 'fewer-places'],
    ['10000', 10_004, 'fewer-places'],
    ['10000', 10_000, 'right'],
    ['9900', 9_876, undefined],
    // Half a unit is within: 12,345 to tens, and 12,500 to thousands, go either way.
    ['12000', 12_500, 'fewer-places'],
    ['13000', 12_500, 'fewer-places'],
    ['14000', 12_500, undefined],
    ['0', 0, 'right'],
    ['1', 0, undefined],
    ['100000', 99_999, 'fewer-places'],
    ['110000', 99_999, undefined],
  ])('%s for %d', (written, count, how) => {
    expect(agreement(shownOf(written), point(count), 0, true)).toBe(how);
    expect(isOfCount(Number(written), count)).toBe(how !== undefined);
  });
});

describe('a digit that says nothing', () => {
  it.each<[written: string, lo: number, hi: number, says: boolean]>([
    ['0.001', 0.0006, 0.0006, true],
    ['0.001', 0.001, 0.001, false],
    ['0.001', -0.0006, 0.0011, false],
    ['0.001', -0.0011, 0.0006, false],
    ['0.0010', 0.0006, 0.0006, false],
    ['0.000', 0.5, 0.6, false],
    ['0', 0.5, 0.6, true],
  ])('%s for %d to %d', (written, lo, hi, says) => expect(saysNothing(shownOf(written), { lo, hi })).toBe(says));
});

it('only full agreement counts as right', () =>
  expect((['right', 'right-at-places', 'fewer-places', 'cut-off', undefined] as const).map(isRightly)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]));

describe('cut off or not', () => {
  it.each<[w: number, lo: number, hi: number, p: number, cut: boolean]>([
    [0.79, 0.797, 0.797, 2, true],
    [0.79, 0.79, 0.79, 2, true],
    [0.79, 0.8, 0.8, 2, false],
    [0.79, 0.7899, 0.7899, 2, false],
    [0.79, 0.7, 0.795, 2, true],
    [0.79, 0.795, 0.9, 2, true],
    [-0.79, -0.797, -0.797, 2, true],
    [-0.79, -0.8, -0.8, 2, false],
    [-0.79, -0.7899, -0.7899, 2, false],
    [0, 0.009, 0.009, 2, true],
    [0, -0.009, -0.009, 2, true],
    [0, 0.01, 0.01, 2, false],
    [0, -0.01, -0.01, 2, false],
  ])('%d of %d to %d after %d places', (w, lo, hi, p, cut) => expect(isCut(w, { lo, hi }, p)).toBe(cut));
});

describe('what is no number, and what needs no rounding', () => {
  it.each([Number.POSITIVE_INFINITY, Number.NaN])('%d agrees with nothing', (value) =>
    expect(agreement({ ...shownOf('1'), value }, { lo: 0, hi: 2 }, 2)).toBeUndefined(),
  );
  it('nothing agrees with what is not known', () => expect(agreement(shownOf('1.00'), unknown, 2)).toBeUndefined());
  it.each<[value: number, how: Agreement]>([
    [0.1251, 'right'],
    [0.1299, 'right'],
    [0.1301, undefined],
    // It ends there, so nothing is rounded.
    [0.13, undefined],
  ])('1/8 for %d, where two places are asked for', (value, how) => {
    const eighth = { text: '1/8', value: 0.125, places: 3, significant: 3, exact: true };
    expect(agreement(eighth, point(value), 2)).toBe(how);
  });
  it('a value that ends has no window', () => expect(agreement(shownOf('0.2499'), point(0.25), 4)).toBeUndefined());
});
