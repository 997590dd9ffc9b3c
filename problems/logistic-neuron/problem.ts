import { defineProblem } from '../../src/working/problem.ts';

/** The derivative of a logistic neuron from its output alone. */
export default defineProblem({
  id: 'logistic-neuron',
  title: 'A logistic neuron needs no inputs in the backward pass',
  rounding: { exact: true },
  givens: {},
  working: {},
  formulas: {
    symbols: {
      x: '1×1',
      w: '1×1',
      b: '1×1',
      z: { shape: '1×1', is: 'w*x + b' },
      y: { shape: '1×1', is: 'sigmoid(z)', written: ['\\sigma(z)'] },
      dL_dy: { shape: '1×1', written: ['\\frac{\\partial L}{\\partial y}'] },
    },
  },
  fields: [
    {
      kind: 'formula',
      name: 'dy_dz',
      right: ['y*(1 - y)', 'y - y^2', 'exp(-z)/(1 + exp(-z))^2'],
      words: 'the derivative of the output by the weighted sum',
    },
    { kind: 'formula', name: 'dL_dw', right: 'dL_dy*y*(1 - y)*x', words: 'the gradient by the weight' },
  ],
  asks: { dy_dz: { points: 5 }, dL_dw: { points: 5 } },
});
