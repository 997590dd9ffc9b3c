import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import { keyOf, keyText, placesOf } from '../../src/working/key.ts';
import { defineProblem, type Working } from '../../src/working/problem.ts';
import { backprop as reckoned } from '../support/backprop.ts';

const texts = (working: Working): Record<string, string> =>
  Object.fromEntries([...keyOf(working)].map(([name, value]) => [name, keyText(value)]));

describe('backprop by hand', () => {
  const working = backprop.work({});

  it('every step rounded', () => expect(texts(working)).toEqual(reckoned()));

  it('only the end rounded', () => {
    const atEnd = { ...working, rounding: { places: 4, when: 'end' } as const };
    expect(texts(atEnd)).toMatchObject({ yhat: '0.6454', dL_dyhat: '0.2909', dL_dw3: '0.0006' });
  });

  it('at 50 digits', () => {
    const exact = keyOf(working).get('dL_dw3')?.exact ?? new Decimal(0);
    const error = exact.minus('0.000621577986389428254635732012713317200171995890489775929584').abs();
    expect(error.lt('1e-52')).toBe(true);
  });
});

it('two sigmoids and one step', () => {
  expect(texts(chain.work({}))).toEqual({
    h: '0.5000',
    f: '0.5000',
    df_dw2: '0.1250',
    dL_df: '-9.0000',
    w2_new: '0.5625',
  });
});

it('is reckoned once for a working', () => {
  const working = backprop.work({});
  expect(keyOf(working)).toBe(keyOf(working));
});

describe('places', () => {
  const value = new Decimal('0.00062158');
  it.each([
    ['stated', { places: 4, when: 'end' } as const, 4],
    ['significant', { significant: 3 }, 6],
    ['exact', { exact: true } as const, 8],
    ['unstated', { unstated: true } as const, undefined],
  ])('%s', (_, rounding, places) => expect(placesOf(rounding, value)).toBe(places));

  it('of nought to three significant digits', () => expect(placesOf({ significant: 3 }, new Decimal(0))).toBe(0));
});

describe('other roundings', () => {
  const of = (rounding: Working['rounding'], formula: string): string => {
    const declared = { id: 'p', title: 'p', rounding, givens: { a: '2', b: '3' }, working: { q: formula } };
    const problem = defineProblem({ ...declared, asks: { q: { points: 1 } } });
    return texts(problem.work({})).q ?? '';
  };
  it.each([
    ['three significant digits', { significant: 3 } as const, 'a/b', '0.667'],
    ['a large number to three', { significant: 3 } as const, '12345*a', '24700'],
    ['exact', { exact: true } as const, 'a^b', '8'],
    ['an exact fraction in full', { exact: true } as const, 'b/a^3', '0.375'],
    ['unstated', { unstated: true } as const, 'a/b', '0.666667'],
  ])('%s', (_, rounding, formula, text) => expect(of(rounding, formula)).toBe(text));
});
