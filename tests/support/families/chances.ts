import { family } from './family.ts';

export const mixture = family(
  'mixture-step',
  {
    givens: { x1: '1.3', x2: '2.9', m1: '0.8', m2: '3.4', s1: '0.9', s2: '1.4', p1: '0.65', p2: '0.35' },
    working: {
      f1: 'exp(-(x1 - m1)^2/(2*s1^2))/(s1*sqrt(6.283185307))',
      f2: 'exp(-(x1 - m2)^2/(2*s2^2))/(s2*sqrt(6.283185307))',
      g1: 'p1*f1/(p1*f1 + p2*f2)',
      k1: 'exp(-(x2 - m1)^2/(2*s1^2))/(s1*sqrt(6.283185307))',
      k2: 'exp(-(x2 - m2)^2/(2*s2^2))/(s2*sqrt(6.283185307))',
      g2: 'p1*k1/(p1*k1 + p2*k2)',
      total: 'g1 + g2',
      mean: '(g1*x1 + g2*x2)/total',
      share: 'total/2',
    },
  },
  [
    ['half of the exponent forgotten', { f1: 'exp(-(x1 - m1)^2/s1^2)/(s1*sqrt(6.283185307))' }],
    ['deviation not squared', { f1: 'exp(-(x1 - m1)^2/(2*s1))/(s1*sqrt(6.283185307))' }],
    ['scale in front forgotten', { f2: 'exp(-(x1 - m2)^2/(2*s2^2))/sqrt(6.283185307)' }],
    ['plus in the exponent', { f2: 'exp((x1 - m2)^2/(2*s2^2))/(s2*sqrt(6.283185307))' }],
    ['without the shares', { g1: 'f1/(f1 + f2)' }],
    ['share of the other below', { g1: 'p1*f1/(p2*f1 + p1*f2)' }],
    ['of the second', { g1: 'p2*f2/(p1*f1 + p2*f2)' }],
    ['ratio instead of share', { g2: 'p1*k1/(p2*k2)' }],
    ['divided by the number of points', { mean: '(g1*x1 + g2*x2)/2' }],
    ['points not weighed', { mean: '(x1 + x2)/total' }],
    ['weights exchanged', { mean: '(g2*x1 + g1*x2)/total' }],
  ],
);

export const boosting = family(
  'boosting-round',
  {
    givens: { w1: '0.15', w2: '0.25', w3: '0.2', w4: '0.3', w5: '0.1' },
    working: {
      err: 'w2 + w5',
      alpha: 'ln((1 - err)/err)/2',
      u1: 'w1*exp(-alpha)',
      u2: 'w2*exp(alpha)',
      u3: 'w3*exp(-alpha)',
      u4: 'w4*exp(-alpha)',
      u5: 'w5*exp(alpha)',
      sum: 'u1 + u2 + u3 + u4 + u5',
      n2: 'u2/sum',
      n4: 'u4/sum',
    },
  },
  [
    ['number of mistakes', { err: '2/5' }],
    ['the weight of those that were right', { err: 'w1 + w3 + w4' }],
    ['half forgotten', { alpha: 'ln((1 - err)/err)' }],
    ['upside down', { alpha: 'ln(err/(1 - err))/2' }],
    ['log10', { alpha: 'log10((1 - err)/err)/2' }],
    ['one taken off forgotten', { alpha: 'ln(1/err)/2' }],
    [
      'signs exchanged',
      {
        u1: 'w1*exp(alpha)',
        u2: 'w2*exp(-alpha)',
        u3: 'w3*exp(alpha)',
        u4: 'w4*exp(alpha)',
        u5: 'w5*exp(-alpha)',
      },
    ],
    ['sign in one', { u4: 'w4*exp(alpha)' }],
    ['only the wrong ones changed', { u1: 'w1', u3: 'w3', u4: 'w4' }],
    ['not normalised', { n2: 'u2' }],
    ['divided by the count', { n2: 'u2/5' }],
    ['old weights below', { n4: 'u4/(w1 + w2 + w3 + w4 + w5)' }],
  ],
);

export const temporal = family(
  'temporal-difference',
  {
    givens: { r1: '2', r2: '-1', r3: '5', gamma: '0.85', v0: '1.7', v3: '4.2', q1: '2.6', q2: '3.9', step: '0.12' },
    working: {
      G: 'r1 + gamma*r2 + gamma^2*r3 + gamma^3*v3',
      delta: 'G - v0',
      vnew: 'v0 + step*delta',
      best: 'max(q1, q2)',
      target: 'r1 + gamma*best',
      err: 'target - q1',
      qnew: 'q1 + step*err',
      loss: 'err^2/2',
    },
  },
  [
    ['first reward discounted too', { G: 'gamma*r1 + gamma^2*r2 + gamma^3*r3 + gamma^4*v3' }],
    ['not discounted', { G: 'r1 + r2 + r3 + v3' }],
    ['powers forgotten', { G: 'r1 + gamma*r2 + gamma*r3 + gamma*v3' }],
    ['no value at the end', { G: 'r1 + gamma*r2 + gamma^2*r3' }],
    ['error the other way round', { delta: 'v0 - G' }],
    ['old value forgotten', { vnew: 'step*delta' }],
    ['step forgotten', { vnew: 'v0 + delta' }],
    ['target for error', { vnew: 'v0 + step*G' }],
    ['mean for maximum', { best: '(q1 + q2)/2' }],
    ['smallest for largest', { best: 'min(q1, q2)' }],
    ['discount forgotten', { target: 'r1 + best' }],
    ['discount of the reward', { target: 'gamma*r1 + best' }],
    ['half forgotten', { loss: 'err^2' }],
    ['averaged instead of moved', { qnew: '(1 - step)*target + step*q1' }],
  ],
);
