import { describe, expect, it } from 'vitest';
import { centralDifference } from '../../src/exact/central-difference.ts';
import {
  cellsOf,
  inner,
  type Matrix,
  matrix,
  matrixProduct,
  plusColumn,
  slopes,
  total,
} from '../../src/exact/matrices.ts';
import { derivative, leaf, logistic, minus, plus, texts, times, wide } from '../../src/exact/reverse-mode.ts';

const rows = (m: Matrix): string[][] => m.map((row) => row.map(String));

describe('matrices of decimals', () => {
  it('are read from one text, from a column and from rows', () => {
    expect(rows(matrix('0.5'))).toEqual([['0.5']]);
    expect(rows(matrix(['1', '-2']))).toEqual([['1'], ['-2']]);
    expect(rows(matrix([['1', '2', '3']]))).toEqual([['1', '2', '3']]);
  });

  it('are multiplied, added to and paired as on paper', () => {
    const a = matrix([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    const b = matrix([
      ['7', '8'],
      ['9', '-1'],
      ['0', '2'],
    ]);
    // 1*7 + 2*9 + 3*0 = 25, 8 - 2 + 6 = 12; 28 + 45 = 73, 32 - 5 + 12 = 39.
    expect(rows(matrixProduct(a, b))).toEqual([
      ['25', '12'],
      ['73', '39'],
    ]);
    expect(rows(plusColumn(a, matrix(['10', '-1'])))).toEqual([
      ['11', '12', '13'],
      ['3', '4', '5'],
    ]);
    // 1 + 4 + 9 + 16 + 25 + 36
    expect(inner(a, a).toString()).toBe('91');
    expect(total([]).toString()).toBe('0');
  });

  it('name their cells as a working does', () => {
    expect(cellsOf('W', matrix([['1'], ['2']]))).toEqual({ 'W[1]': '1', 'W[2]': '2' });
    expect(
      cellsOf(
        'W',
        matrix([
          ['1', '2'],
          ['3', '4'],
        ]),
      ),
    ).toEqual({ 'W[1,1]': '1', 'W[1,2]': '2', 'W[2,1]': '3', 'W[2,2]': '4' });
  });

  it('have a slope by every cell', () => {
    // The sum of the squares changes by twice each cell.
    const found = slopes((at) => inner(at, at), matrix([['3', '-0.5']]));
    expect(found.flat().map((x) => x.toFixed(30))).toEqual([wide('6').toFixed(30), wide('-1').toFixed(30)]);
  });
});

describe('a central difference', () => {
  it('of a square and of a reciprocal', () => {
    expect(centralDifference((x) => x.times(x), wide('3')).toFixed(30)).toBe(wide('6').toFixed(30));
    // 1/x at 2 has the slope -1/4, but for h^2/x^4.
    expect(centralDifference((x) => wide('1').div(x), wide('2')).toFixed(30)).toBe(wide('-0.25').toFixed(30));
  });
});

describe('derivatives sent back', () => {
  const [x, y, z] = [leaf('3'), leaf('5'), leaf('7')];
  it.each([
    ['x + y by y', plus(x, y), y, '8', '1'],
    ['x - y by x', minus(x, y), x, '-2', '1'],
    ['x - y by y', minus(x, y), y, '-2', '-1'],
    ['x*y by x', times(x, y), x, '15', '5'],
    ['x*y by y', times(x, y), y, '15', '3'],
    ['x*x by x', times(x, x), x, '9', '6'],
    // x*y*(x*y) = 225; 2*x*y*y = 150
    ['what is used twice', times(times(x, y), times(x, y)), x, '225', '150'],
    // x*y + x - y, y + 1
    ['over two ways', minus(plus(times(x, y), x), y), x, '13', '6'],
    ['what it does not hang on', times(x, y), z, '15', '0'],
    ['itself', x, x, '3', '1'],
    ['the logistic function at 0', logistic(minus(x, x)), leaf('0'), '0.5', '0'],
  ])('%s', (_, result, by, value, slope) => {
    expect([result.value.toString(), derivative(result, by).toString()]).toEqual([value, slope]);
  });

  it('through the logistic function: s(1 - s), a quarter at 0', () => {
    const nought = leaf('0');
    expect(derivative(logistic(nought), nought).toString()).toBe('0.25');
    // s(ln 3) = 3/4, and 3/4*1/4 = 3/16.
    const ln3 = leaf(wide('3').ln().toString());
    expect(derivative(logistic(ln3), ln3).minus('0.1875').abs().lt('1e-55')).toBe(true);
  });

  it('are handed back as text', () => expect(texts({ a: wide('0.10') })).toEqual({ a: '0.1' }));
});
