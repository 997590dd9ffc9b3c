import { defineProblem } from '../../src/working/problem.ts';

/** One forward pass with a drawn mask and inverted scaling, beside the pass without dropout. */
export default defineProblem({
  id: 'dropout-forward',
  title: 'Dropout with inverted scaling',
  rounding: { places: 6, when: 'every-step' },
  givens: {
    h1: '0.83',
    h2: '1.46',
    h3: '0.37',
    h4: '2.05',
    m1: '1',
    m2: '0',
    m3: '1',
    m4: '1',
    w1: '0.6',
    w2: '-1.1',
    w3: '1.7',
    w4: '0.45',
    b: '-0.25',
    rate: '0.3',
  },
  working: {
    a1: 'h1*m1/(1 - rate)',
    a2: 'h2*m2/(1 - rate)',
    a3: 'h3*m3/(1 - rate)',
    a4: 'h4*m4/(1 - rate)',
    training: 'w1*a1 + w2*a2 + w3*a3 + w4*a4 + b',
    p: 'sigmoid(training)',
    testing: 'w1*h1 + w2*h2 + w3*h3 + w4*h4 + b',
  },
  asks: { p: { points: 9, steps: { a1: 1, a2: 1, a3: 1, a4: 1, training: 2 } }, testing: { points: 3 } },
  names: {
    a1: 'the first activation after dropout',
    a2: 'the second activation after dropout',
    a3: 'the third activation after dropout',
    a4: 'the fourth activation after dropout',
    rate: 'the probability that a unit is dropped',
    training: 'the logit in training',
    p: 'the probability in training',
    testing: 'the logit in testing',
  },
  aliases: {
    training: ['training logit', 'logit with dropout'],
    p: ['probability', 'output probability'],
    testing: ['test logit', 'logit without dropout', 'logit at test time'],
  },
});
