import { defineProblem } from '../../src/working/problem.ts';

/** Softmax of four logits, its cross-entropy, and the gradient by the logits. */
export default defineProblem({
  id: 'softmax-by-hand',
  title: 'Softmax and its gradient by hand',
  rounding: { places: 4, when: 'every-step' },
  givens: { z: ['1.3', '-0.6', '2.1', '0.4'], y: ['0.05', '0.1', '0.15', '0.7'] },
  domains: { z: { from: '-1.5', to: '2.5', step: '0.1' } },
  working: {
    E: 'exp(z)',
    S: 'sum(E)',
    p: 'E/S',
    L: '-sum(y .* ln(p))',
    dz: 'p - y',
  },
  asks: { dz: { points: 8, steps: { E: 1, S: 1, p: 2 } }, L: { points: 2 } },
  names: {
    z: 'the logits',
    y: 'the smoothed labels',
    E: 'the exponentials',
    S: 'the sum of the exponentials',
    p: 'the probabilities',
    L: 'the cross-entropy',
    dz: 'the gradient by the logits',
  },
  aliases: {
    p: ['softmax', 'softmax output'],
    S: ['normalizer', 'denominator'],
    L: ['loss', 'cross-entropy loss'],
    dz: ['gradient'],
  },
  conventions: [
    {
      id: 'largest-first',
      says: 'the largest logit is subtracted before the exponential, which leaves the probabilities as they are',
      over: { E: 'exp(z - max(z))' },
    },
  ],
  accepted: ['largest-first'],
});
