import { family } from './family.ts';

export const kMeans = family(
  'k-means-step',
  {
    givens: { x1: '1.3', y1: '2.1', x2: '2.2', y2: '0.4', x3: '3.6', y3: '1.9', cx: '1.8', cy: '1.25', n: '3' },
    working: {
      d1: 'sqrt((x1 - cx)^2 + (y1 - cy)^2)',
      d2: 'sqrt((x2 - cx)^2 + (y2 - cy)^2)',
      d3: 'sqrt((x3 - cx)^2 + (y3 - cy)^2)',
      mx: '(x1 + x2 + x3)/n',
      my: '(y1 + y2 + y3)/n',
      shift: 'sqrt((mx - cx)^2 + (my - cy)^2)',
      inertia: 'd1^2 + d2^2 + d3^2',
      score: 'inertia/n + shift',
    },
  },
  [
    ['no roots', { d1: '(x1 - cx)^2 + (y1 - cy)^2', d2: '(x2 - cx)^2 + (y2 - cy)^2', d3: '(x3 - cx)^2 + (y3 - cy)^2' }],
    [
      'Manhattan',
      { d1: 'abs(x1 - cx) + abs(y1 - cy)', d2: 'abs(x2 - cx) + abs(y2 - cy)', d3: 'abs(x3 - cx) + abs(y3 - cy)' },
    ],
    ['one coordinate only', { d2: 'sqrt((x2 - cx)^2)' }],
    ['mean over two', { mx: '(x1 + x2 + x3)/2' }],
    ['sum for mean', { mx: 'x1 + x2 + x3', my: 'y1 + y2 + y3' }],
    ['plus for minus', { d3: 'sqrt((x3 + cx)^2 + (y3 - cy)^2)' }],
    ['distances not squared', { inertia: 'd1 + d2 + d3' }],
    ['y taken for x', { mx: '(x1 + y2 + x3)/n' }],
    ['largest for sum', { inertia: 'max(d1^2, d2^2, d3^2)' }],
    ['a point forgotten', { inertia: 'd1^2 + d2^2' }],
    ['subtracted under the root', { shift: 'sqrt((mx - cx)^2 - (my - cy)^2)' }],
  ],
);

export const pca = family(
  'pca-two-by-two',
  {
    givens: { x1: '2.5', x2: '0.7', x3: '1.9', x4: '3.4', y1: '2.4', y2: '0.9', y3: '2.2', y4: '2.6', n: '4' },
    working: {
      mx: '(x1 + x2 + x3 + x4)/n',
      my: '(y1 + y2 + y3 + y4)/n',
      sxx: '((x1 - mx)^2 + (x2 - mx)^2 + (x3 - mx)^2 + (x4 - mx)^2)/(n - 1)',
      syy: '((y1 - my)^2 + (y2 - my)^2 + (y3 - my)^2 + (y4 - my)^2)/(n - 1)',
      sxy: '((x1 - mx)*(y1 - my) + (x2 - mx)*(y2 - my) + (x3 - mx)*(y3 - my) + (x4 - mx)*(y4 - my))/(n - 1)',
      tr: 'sxx + syy',
      det: 'sxx*syy - sxy^2',
      lambda: '(tr + sqrt(tr^2 - 4*det))/2',
      share: 'lambda/tr',
    },
  },
  [
    [
      'n for n - 1 in the covariance',
      { sxy: '((x1 - mx)*(y1 - my) + (x2 - mx)*(y2 - my) + (x3 - mx)*(y3 - my) + (x4 - mx)*(y4 - my))/n' },
    ],
    ['not centred', { sxx: '(x1^2 + x2^2 + x3^2 + x4^2)/(n - 1)' }],
    ['product added', { det: 'sxx*syy + sxy^2' }],
    ['covariance not squared', { det: 'sxx*syy - sxy' }],
    ['4 forgotten', { lambda: '(tr + sqrt(tr^2 - det))/2' }],
    ['the smaller root', { lambda: '(tr - sqrt(tr^2 - 4*det))/2' }],
    ['half forgotten', { lambda: 'tr + sqrt(tr^2 - 4*det)' }],
    ['only one term halved', { lambda: 'tr + sqrt(tr^2 - 4*det)/2' }],
    ['root forgotten', { lambda: '(tr + tr^2 - 4*det)/2' }],
    ['upside down', { share: 'tr/lambda' }],
    ['the mean of y for x', { sxx: '((x1 - my)^2 + (x2 - my)^2 + (x3 - my)^2 + (x4 - my)^2)/(n - 1)' }],
    [
      'n both times',
      {
        sxx: '((x1 - mx)^2 + (x2 - mx)^2 + (x3 - mx)^2 + (x4 - mx)^2)/n',
        syy: '((y1 - my)^2 + (y2 - my)^2 + (y3 - my)^2 + (y4 - my)^2)/n',
        sxy: '((x1 - mx)*(y1 - my) + (x2 - mx)*(y2 - my) + (x3 - mx)*(y3 - my) + (x4 - mx)*(y4 - my))/n',
      },
    ],
  ],
);

export const perceptron = family(
  'perceptron-update',
  {
    givens: { w1: '0.35', w2: '-0.8', b: '0.15', x1: '0.9', x2: '1.4', t: '1', eta: '0.25', u1: '-0.45', u2: '1.1' },
    working: {
      s: 'w1*x1 + w2*x2 + b',
      e: 't - s',
      w1n: 'w1 + eta*e*x1',
      w2n: 'w2 + eta*e*x2',
      bn: 'b + eta*e',
      after: 'w1n*u1 + w2n*u2 + bn',
    },
  },
  [
    ['error the other way round', { e: 's - t' }],
    ['subtracted', { w1n: 'w1 - eta*e*x1', w2n: 'w2 - eta*e*x2', bn: 'b - eta*e' }],
    ['rate forgotten in one line', { w2n: 'w2 + e*x2' }],
    ['input forgotten', { w1n: 'w1 + eta*e' }],
    ['the other input', { w1n: 'w1 + eta*e*x2' }],
    ['old weight kept', { after: 'w1*u1 + w2n*u2 + bn' }],
    ['old bias', { after: 'w1n*u1 + w2n*u2 + b' }],
    ['old inputs', { after: 'w1n*x1 + w2n*x2 + bn' }],
    ['bias times input', { bn: 'b + eta*e*x1' }],
    ['only the step', { w2n: 'eta*e*x2' }],
    ['squared error', { e: '(t - s)^2' }],
  ],
);

export const rbf = family(
  'kernel-decision',
  {
    givens: {
      x1: '0.4',
      x2: '-0.9',
      a1: '1.1',
      a2: '-0.2',
      b1: '-0.6',
      b2: '0.5',
      gamma: '0.7',
      alpha1: '0.8',
      alpha2: '1.3',
      b: '-0.15',
    },
    working: {
      q1: '(x1 - a1)^2 + (x2 - a2)^2',
      q2: '(x1 - b1)^2 + (x2 - b2)^2',
      k1: 'exp(-gamma*q1)',
      k2: 'exp(-gamma*q2)',
      f: 'alpha1*k1 - alpha2*k2 + b',
      p: '1/(1 + exp(-f))',
    },
  },
  [
    ['minus lost', { k1: 'exp(gamma*q1)', k2: 'exp(gamma*q2)' }],
    ['gamma forgotten', { k1: 'exp(-q1)', k2: 'exp(-q2)' }],
    ['divided by gamma', { k1: 'exp(-q1/gamma)', k2: 'exp(-q2/gamma)' }],
    ['divided by twice its square', { k1: 'exp(-q1/(2*gamma^2))', k2: 'exp(-q2/(2*gamma^2))' }],
    ['root taken', { q1: 'sqrt((x1 - a1)^2 + (x2 - a2)^2)', q2: 'sqrt((x1 - b1)^2 + (x2 - b2)^2)' }],
    ['label forgotten', { f: 'alpha1*k1 + alpha2*k2 + b' }],
    ['multipliers exchanged', { f: 'alpha2*k1 - alpha1*k2 + b' }],
    ['bias forgotten', { f: 'alpha1*k1 - alpha2*k2' }],
    ['sign of the exponent', { p: '1/(1 + exp(f))' }],
    ['squares forgotten', { q1: '(x1 - a1) + (x2 - a2)' }],
    ['plus for minus', { q2: '(x1 + b1)^2 + (x2 + b2)^2' }],
  ],
);
