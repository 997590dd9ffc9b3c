import { defineProblem } from '../../src/working/problem.ts';

/** The gradients of a fully connected layer, for one example and for a batch. */
export default defineProblem({
  id: 'fully-connected-gradients',
  title: 'The gradients of a fully connected layer',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: {
    symbols: {
      W: 'n×m',
      x: 'm×1',
      b: 'n×1',
      g: {
        shape: 'n×1',
        written: ['dL/dy', '\\frac{\\partial L}{\\partial y}', "\\frac{\\partial L}{\\partial \\bar{x}'}", '\\delta'],
      },
      X: 'm×N',
      G: {
        shape: 'n×N',
        written: ['dL/dY', '\\frac{\\partial L}{\\partial Y}', "\\frac{\\partial L}{\\partial \\bar{X}'}"],
      },
      ones: { shape: 'N×1', written: ['\\mathbf{1}'], is: '1' },
    },
    indices: { i: 'n', j: 'm', k: 'n', l: 'N' },
  },
  fields: [
    { kind: 'formula', name: 'dL_dx', right: 'W^T*g', words: 'the gradient by the input' },
    { kind: 'formula', name: 'dL_dW', right: 'g*x^T', words: 'the gradient by the weights' },
    { kind: 'formula', name: 'dL_db', right: 'g', words: 'the gradient by the biases' },
    { kind: 'formula', name: 'dL_dX', right: 'W^T*G', words: 'the gradient by the inputs of a batch' },
    {
      kind: 'formula',
      name: 'dL_dW_batch',
      right: 'G*X^T',
      written: ['dL/dW', '\\frac{\\partial L}{\\partial W}'],
      words: 'the gradient of a batch by the weights',
    },
    {
      kind: 'formula',
      name: 'dL_db_batch',
      right: 'G*ones',
      written: ['dL/db', '\\frac{\\partial L}{\\partial b}'],
      words: 'the gradient of a batch by the biases',
    },
  ],
  asks: {
    dL_dx: { points: 3 },
    dL_dW: { points: 3 },
    dL_db: { points: 1 },
    dL_dX: { points: 3 },
    dL_dW_batch: { points: 3 },
    dL_db_batch: { points: 2 },
  },
});
