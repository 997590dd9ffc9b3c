import { defineProblem } from '../../src/working/problem.ts';

/** One layer of sigmoid neurons on a batch of two: the forward pass, the loss and every gradient. */
export default defineProblem({
  id: 'matrix-backprop',
  title: 'One layer, a batch of two, every gradient',
  rounding: { places: 5, when: 'every-step' },
  givens: {
    X: [
      ['0.8', '-1.3', '0.4'],
      ['1.7', '0.6', '-0.9'],
    ],
    W: [
      ['0.37', '-0.52'],
      ['0.81', '0.24'],
      ['-0.46', '0.73'],
    ],
    b: [['0.15', '-0.28']],
    Y: [
      ['0.2', '0.9'],
      ['0.7', '0.4'],
    ],
  },
  domains: {
    X: { from: '-1.9', to: '1.9', step: '0.1' },
    W: { from: '-0.9', to: '0.9', step: '0.01' },
    b: { from: '-0.4', to: '0.4', step: '0.01' },
  },
  working: {
    Z: 'X*W + b',
    A: 'sigmoid(Z)',
    L: 'sum((A - Y).^2)/4',
    dA: '(A - Y)/2',
    dZ: 'dA .* A .* (1 - A)',
    dW: 'X^T*dZ',
    db: 'sum(dZ, axis=0)',
    dX: 'dZ*W^T',
  },
  asks: {
    dW: { points: 12, formula: 2, steps: { Z: 2, A: 1, dA: 1, dZ: 2 } },
    db: { points: 2 },
    L: { points: 1 },
    dX: { points: 3 },
  },
  names: {
    X: 'the inputs',
    W: 'the weights',
    b: 'the biases',
    Y: 'the targets',
    Z: 'the sums before the sigmoid',
    A: 'the outputs',
    L: 'the loss',
    dA: 'the gradient by the outputs',
    dZ: 'the gradient by the sums',
    dW: 'the gradient by the weights',
    db: 'the gradient by the biases',
    dX: 'the gradient by the inputs',
  },
});
