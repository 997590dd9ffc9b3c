import { defineProblem } from '../../src/working/problem.ts';

/** Three linear layers are one. */
export default defineProblem({
  id: 'linear-collapse',
  title: 'Linear layers collapse into one',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: {
    symbols: {
      W1: 'p×m',
      b1: { shape: 'p×1', written: ['B_1'] },
      W2: 'q×p',
      b2: { shape: 'q×1', written: ['B_2'] },
      W3: 'r×q',
      b3: { shape: 'r×1', written: ['B_3'] },
    },
  },
  fields: [
    { kind: 'formula', name: 'W', right: 'W3*W2*W1', words: 'the weights of the one layer' },
    {
      kind: 'formula',
      name: 'b',
      right: ['W3*W2*b1 + W3*b2 + b3', 'W3*(W2*b1 + b2) + b3'],
      written: ['B'],
      words: 'the biases of the one layer',
    },
    { kind: 'person', name: 'generality' },
  ],
  asks: { W: { points: 4 }, b: { points: 4 }, generality: { points: 2 } },
});
