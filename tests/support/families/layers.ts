import { family } from './family.ts';

export const attention = family(
  'attention-score',
  {
    givens: { q1: '0.8', q2: '-0.5', k11: '1.2', k12: '0.4', k21: '-0.7', k22: '0.9', v1: '1.5', v2: '-0.6', d: '2' },
    working: {
      s1: '(q1*k11 + q2*k12)/sqrt(d)',
      s2: '(q1*k21 + q2*k22)/sqrt(d)',
      e1: 'exp(s1)',
      e2: 'exp(s2)',
      Z: 'e1 + e2',
      a1: 'e1/Z',
      a2: 'e2/Z',
      out: 'a1*v1 + a2*v2',
    },
  },
  [
    ['not scaled', { s1: 'q1*k11 + q2*k12', s2: 'q1*k21 + q2*k22' }],
    ['divided by d, not its root', { s1: '(q1*k11 + q2*k12)/d', s2: '(q1*k21 + q2*k22)/d' }],
    ['multiplied by the root', { s1: '(q1*k11 + q2*k12)*sqrt(d)', s2: '(q1*k21 + q2*k22)*sqrt(d)' }],
    ['keys transposed', { s1: '(q1*k11 + q2*k21)/sqrt(d)', s2: '(q1*k12 + q2*k22)/sqrt(d)' }],
    ['one term of the score', { s1: 'q1*k11/sqrt(d)' }],
    ['weights exchanged', { out: 'a2*v1 + a1*v2' }],
    ['not normalised', { a1: 'e1', a2: 'e2' }],
    ['softmax without exp', { e1: 's1', e2: 's2' }],
    ['upside down', { a1: 'Z/e1' }],
    ['minus in the exponent', { e1: 'exp(-s1)', e2: 'exp(-s2)' }],
  ],
);

export const layerNorm = family(
  'layer-norm',
  {
    givens: { x1: '1.2', x2: '-0.7', x3: '2.6', n: '3', eps: '0.1', gamma: '1.4', beta: '0.3' },
    working: {
      mu: '(x1 + x2 + x3)/n',
      var: '((x1 - mu)^2 + (x2 - mu)^2 + (x3 - mu)^2)/n',
      sd: 'sqrt(var + eps)',
      xhat1: '(x1 - mu)/sd',
      y1: 'gamma*xhat1 + beta',
    },
  },
  [
    ['n - 1 in the variance', { var: '((x1 - mu)^2 + (x2 - mu)^2 + (x3 - mu)^2)/(n - 1)' }],
    ['sum for mean', { mu: 'x1 + x2 + x3' }],
    ['variance not divided', { var: '(x1 - mu)^2 + (x2 - mu)^2 + (x3 - mu)^2' }],
    ['no root', { sd: 'var + eps' }],
    ['epsilon outside the root', { sd: 'sqrt(var) + eps' }],
    ['epsilon forgotten', { sd: 'sqrt(var)' }],
    ['mean not taken off', { xhat1: 'x1/sd' }],
    ['divided by the variance', { xhat1: '(x1 - mu)/var' }],
    ['gamma and beta exchanged', { y1: 'beta*xhat1 + gamma' }],
    ['beta forgotten', { y1: 'gamma*xhat1' }],
    ['squares forgotten', { var: '((x1 - mu) + (x2 - mu) + (x3 - mu)^2)/n' }],
    ['upside down', { xhat1: 'sd/(x1 - mu)' }],
    ['not normalised', { y1: 'gamma*x1 + beta' }],
    ['the other way round', { xhat1: '(mu - x1)/sd' }],
  ],
);

export const lstm = family(
  'lstm-cell',
  {
    givens: {
      x: '0.6',
      h0: '-0.4',
      c0: '0.9',
      wi: '0.7',
      ui: '-0.3',
      bi: '0.2',
      wf: '-0.5',
      uf: '0.8',
      bf: '1',
      wo: '0.4',
      uo: '0.6',
      bo: '-0.2',
      wg: '1.1',
      ug: '-0.9',
      bg: '0.1',
    },
    working: {
      i: 'sigmoid(wi*x + ui*h0 + bi)',
      f: 'sigmoid(wf*x + uf*h0 + bf)',
      o: 'sigmoid(wo*x + uo*h0 + bo)',
      g: 'tanh(wg*x + ug*h0 + bg)',
      c: 'f*c0 + i*g',
      h: 'o*tanh(c)',
    },
  },
  [
    ['forget and input gates exchanged', { c: 'i*c0 + f*g' }],
    ['sigmoid for tanh in the candidate', { g: 'sigmoid(wg*x + ug*h0 + bg)' }],
    ['tanh of the cell forgotten', { h: 'o*c' }],
    ['sigmoid of the cell', { h: 'o*sigmoid(c)' }],
    ['the old cell forgotten', { c: 'i*g' }],
    ['the input gate forgotten', { c: 'f*c0 + g' }],
    [
      'biases forgotten',
      { i: 'sigmoid(wi*x + ui*h0)', f: 'sigmoid(wf*x + uf*h0)', o: 'sigmoid(wo*x + uo*h0)', g: 'tanh(wg*x + ug*h0)' },
    ],
    ['weights of two gates exchanged', { f: 'sigmoid(wi*x + uf*h0 + bf)' }],
    ['x and h exchanged in one gate', { i: 'sigmoid(wi*h0 + ui*x + bi)' }],
    ['the old cell in the output', { h: 'o*tanh(c0)' }],
    ['no squashing', { o: 'wo*x + uo*h0 + bo' }],
  ],
);

export const rnn = family(
  'rnn-step',
  {
    givens: { w: '0.9', u: '-0.6', b: '0.25', v: '1.3', x1: '0.5', x2: '-0.8', h0: '0.3', t: '0.4' },
    working: {
      h1: 'tanh(w*x1 + u*h0 + b)',
      h2: 'tanh(w*x2 + u*h1 + b)',
      y: 'v*h2',
      L: '(y - t)^2/2',
      dy: 'y - t',
      dv: 'dy*h2',
      da2: 'dy*v*(1 - h2^2)',
      du: 'da2*h1',
    },
  },
  [
    ['sigmoid form for tanh', { da2: 'dy*v*h2*(1 - h2)' }],
    ['derivative forgotten', { da2: 'dy*v' }],
    ['h0 for h1', { h2: 'tanh(w*x2 + u*h0 + b)' }],
    ['x1 for x2', { h2: 'tanh(w*x1 + u*h1 + b)' }],
    ['half forgotten', { L: '(y - t)^2' }],
    ['factor 2 in the gradient', { dy: '2*(y - t)' }],
    ['square of h forgotten', { da2: 'dy*v*(1 - h2)' }],
    ['u and w exchanged in one line', { h2: 'tanh(u*x2 + w*h1 + b)' }],
    ['bias forgotten throughout', { h1: 'tanh(w*x1 + u*h0)', h2: 'tanh(w*x2 + u*h1)' }],
    ['wrong step for the gradient', { du: 'da2*h2' }],
    ['derivative at the value again', { da2: 'dy*v*(1 - tanh(h2)^2)' }],
    ['sign of the error', { dy: 't - y' }],
  ],
);

export const matrices = family(
  'matrix-product',
  {
    givens: { a11: '1.2', a12: '-0.4', a21: '0.7', a22: '2.1', b11: '0.3', b12: '1.5', b21: '-1.1', b22: '0.8' },
    working: {
      c11: 'a11*b11 + a12*b21',
      c12: 'a11*b12 + a12*b22',
      c21: 'a21*b11 + a22*b21',
      c22: 'a21*b12 + a22*b22',
      trace: 'c11 + c22',
    },
  },
  [
    ['elementwise', { c11: 'a11*b11', c12: 'a12*b12', c21: 'a21*b21', c22: 'a22*b22' }],
    [
      'other order',
      { c11: 'b11*a11 + b12*a21', c12: 'b11*a12 + b12*a22', c21: 'b21*a11 + b22*a21', c22: 'b21*a12 + b22*a22' },
    ],
    [
      'first transposed',
      { c11: 'a11*b11 + a21*b21', c12: 'a11*b12 + a21*b22', c21: 'a12*b11 + a22*b21', c22: 'a12*b12 + a22*b22' },
    ],
    [
      'second transposed',
      { c11: 'a11*b11 + a12*b12', c12: 'a11*b21 + a12*b22', c21: 'a21*b11 + a22*b12', c22: 'a21*b21 + a22*b22' },
    ],
    ['one sign', { c11: 'a11*b11 - a12*b21' }],
    ['one term', { c21: 'a21*b11' }],
    ['one index', { c12: 'a11*b12 + a12*b21' }],
    ['term counted twice', { trace: 'c11 + c11 + c22' }],
    ['difference for sum', { trace: 'c11 - c22' }],
  ],
);

export const batchNorm = family(
  'batch-norm-forward',
  {
    givens: { x1: '2.1', x2: '-0.4', x3: '1.3', x4: '0.6', m: '4', gamma: '0.9', beta: '-0.2', eps: '0.05' },
    working: {
      mean: '(x1 + x2 + x3 + x4)/m',
      variance: '((x1 - mean)^2 + (x2 - mean)^2 + (x3 - mean)^2 + (x4 - mean)^2)/m',
      xnorm: '(x1 - mean)/sqrt(variance + eps)',
      out: 'gamma*xnorm + beta',
    },
  },
  [
    ['m - 1', { variance: '((x1 - mean)^2 + (x2 - mean)^2 + (x3 - mean)^2 + (x4 - mean)^2)/(m - 1)' }],
    ['root forgotten', { xnorm: '(x1 - mean)/(variance + eps)' }],
    ['epsilon outside', { xnorm: '(x1 - mean)/(sqrt(variance) + eps)' }],
    ['mean forgotten', { xnorm: 'x1/sqrt(variance + eps)' }],
    ['shift times scale', { out: 'gamma*(xnorm + beta)' }],
    ['scale forgotten', { out: 'xnorm + beta' }],
    ['second value normalised', { xnorm: '(x2 - mean)/sqrt(variance + eps)' }],
    ['one value left out of the mean', { mean: '(x1 + x2 + x3)/m' }],
    ['divided by 3', { mean: '(x1 + x2 + x3 + x4)/3' }],
    ['mean of squares', { variance: '(x1^2 + x2^2 + x3^2 + x4^2)/m' }],
  ],
);
