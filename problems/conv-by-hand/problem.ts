import { defineProblem } from '../../src/working/problem.ts';

/** A 3×3 kernel on a 4×4 image: one output map, ReLU and max pooling. */
export default defineProblem({
  id: 'conv-by-hand',
  title: 'A convolution by hand',
  rounding: { exact: true },
  givens: {
    X: [
      ['0.9', '1.7', '-0.4', '2.3'],
      ['1.2', '0.6', '3.1', '-1.8'],
      ['-0.7', '2.6', '0.3', '1.4'],
      ['2.2', '-1.1', '1.9', '0.8'],
    ],
    K: [
      ['0.31', '-0.52', '0.17'],
      ['0.74', '0.26', '-0.43'],
      ['-0.65', '0.89', '0.48'],
    ],
    b: '-0.7',
  },
  indices: { i: 2, j: 2, a: 3, c: 3 },
  working: {
    'C[i,j]': 'sum(a, c: X[i+a-1, j+c-1]*K[a, c]) + b',
    R: 'relu(C)',
    pooled: 'max(R)',
  },
  asks: { pooled: { points: 14, steps: { C: 8, R: 4 } } },
  names: {
    X: 'the image',
    K: 'the kernel',
    b: 'the bias',
    C: 'the output map',
    R: 'the map after the ReLU',
    pooled: 'the largest of the four cells',
  },
  aliases: {
    C: ['feature map', 'result of the convolution'],
    R: ['after ReLU', 'ReLU output'],
    pooled: ['max pool', 'pooled value', 'after the max pooling'],
  },
});
