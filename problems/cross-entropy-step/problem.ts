import { defineProblem } from '../../src/working/problem.ts';

/** A logit, a probability, its cross-entropy with an L2 penalty, and one gradient step. */
export default defineProblem({
  id: 'cross-entropy-step',
  title: 'One step of logistic regression',
  rounding: { places: 6, when: 'every-step' },
  givens: {
    x1: '0.8',
    x2: '-1.4',
    w1: '1.1',
    w2: '0.6',
    b: '-0.3',
    y: '0.9',
    decay: '0.05',
    eta: '0.4',
  },
  domains: {
    x1: { from: '-2', to: '2', step: '0.1' },
    x2: { from: '-2', to: '2', step: '0.1' },
    w1: { from: '-2', to: '2', step: '0.05' },
    w2: { from: '-2', to: '2', step: '0.05' },
    b: { from: '-1', to: '1', step: '0.05' },
  },
  working: {
    z: 'w1*x1 + w2*x2 + b',
    p: 'sigmoid(z)',
    entropy: '-(y*ln(p) + (1 - y)*ln(1 - p))',
    penalty: 'decay/2*(w1^2 + w2^2)',
    J: 'entropy + penalty',
    dz: 'p - y',
    dw1: 'dz*x1 + decay*w1',
    w1_new: 'w1 - eta*dw1',
  },
  asks: { w1_new: { points: 12, steps: { z: 1, p: 1, entropy: 2, penalty: 1, J: 1, dz: 2, dw1: 2 } } },
  names: {
    z: 'the logit',
    p: 'the predicted probability',
    y: 'the smoothed label',
    entropy: 'the cross-entropy',
    decay: 'the weight of the penalty',
    penalty: 'the L2 penalty',
    J: 'the loss with its penalty',
    dz: 'the derivative of the cross-entropy by the logit',
    dw1: 'the derivative of the loss by the first weight',
    eta: 'the learning rate',
    w1_new: 'the first weight after the step',
  },
});
