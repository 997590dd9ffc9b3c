import { defineProblem } from '../../src/working/problem.ts';

/** The gradient of the cross-entropy of a softmax, for one example and for a batch. */
export default defineProblem({
  id: 'softmax-loss',
  title: 'Softmax with the cross-entropy',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: {
    symbols: {
      x: { shape: 'n×1', written: ['z'] },
      y: { shape: 'n×1', written: ['t'], is: '\\delta_{ic}' },
      p: { shape: 'n×1', written: ['\\hat{y}', '\\mathrm{softmax}(x)'], is: '\\text{softmax}(x)' },
      P: { shape: 'n×N', domain: 'unit', written: ['\\hat{Y}'] },
      Y: { shape: 'n×N', domain: 'one-hot-columns', written: ['labels'], classes: ['labels'] },
      N: { shape: '1×1', written: ['batch'], is: '\\sum_{l=1}^{N} 1' },
    },
    indices: { i: 'n', j: 'n', k: 'n', l: 'N' },
    fixed: { c: 'n' },
    words: { log: 'ln', sigma: '' },
  },
  fields: [
    {
      kind: 'formula',
      name: 'gradient',
      right: ['p - y', 'p_i - \\delta_{ic}', '\\frac{e^{x_i}}{\\sum_{j=1}^n e^{x_j}} - \\delta_{ic}'],
      written: ['dL/dx', 'dL/dz', 'dL/dx_i', '\\frac{\\partial L}{\\partial x_i}'],
      words: 'the gradient by the scores',
    },
    {
      kind: 'formula',
      name: 'forward',
      right: ['-x_c + \\log(\\sum_{j=1}^n e^{x_j})', '-\\log(p_c)', '-\\sum_i y_i \\log(p_i)'],
      written: ['L'],
      words: 'the loss of one example',
    },
    {
      kind: 'formula',
      name: 'backward',
      right: '(P - Y)/N',
      written: ['dL/dX', 'dldx'],
      words: 'the gradient of the mean loss of a batch',
    },
  ],
  asks: { gradient: { points: 5 }, forward: { points: 3 }, backward: { points: 2 } },
});
