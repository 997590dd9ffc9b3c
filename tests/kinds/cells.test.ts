import { describe, expect, it } from 'vitest';
import { readCells } from '../../src/reading/cells.ts';

const rows = [
  ['1', '2'],
  ['3', '4'],
];

describe('the cells of a matrix', () => {
  it.each([
    ['an array of rows', rows],
    ['an array of texts', ['1 2', '3 4']],
    ['brackets', '[[1, 2], [3, 4]]'],
    ["NumPy's print", '[[1 2]\n [3 4]]'],
    ['an array call', 'array([[1, 2],\n       [3, 4]], dtype=int64)'],
    ['MATLAB', '[1 2; 3 4]'],
    ['a bmatrix', '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}.'],
    ['a tabular', '\\begin{tabular}{cc}\\hline 1 & 2 \\\\ \\hline 3 & 4 \\\\ \\hline\\end{tabular}'],
    ['a Markdown table', '| 1 | 2 |\n|---|---|\n| 3 | 4 |'],
    ['lines with blanks', ' 1   2\n3 4 '],
    ['lines with tabs', '1\t2\n3\t4'],
    ['lines with commas', '1,2\n3,4'],
  ])('%s', (_, value) => expect(readCells(value)).toEqual({ ok: true, rows }));

  it.each([
    ['lists in its rows', [['1', ['2']]]],
    ['brackets that do not close', '[[1, 2], [3, 4'],
    ['rows of two sorts', [['1'], '2']],
    ['too many columns', 'x,'.repeat(200)],
  ])('or not: %s', (_, value) => expect(readCells(value as never)).toMatchObject({ ok: false }));
});
