import { family } from './family.ts';

export const adam = family(
  'adam-step',
  {
    givens: { g: '0.48', m0: '0.12', v0: '0.035', b1: '0.9', b2: '0.99', t: '3', eta: '0.02', eps: '0.001', w: '0.75' },
    working: {
      m: 'b1*m0 + (1 - b1)*g',
      v: 'b2*v0 + (1 - b2)*g^2',
      mhat: 'm/(1 - b1^t)',
      vhat: 'v/(1 - b2^t)',
      step: 'eta*mhat/(sqrt(vhat) + eps)',
      w_new: 'w - step',
    },
  },
  [
    ['coefficients exchanged', { m: '(1 - b1)*m0 + b1*g' }],
    ['square of g forgotten', { v: 'b2*v0 + (1 - b2)*g' }],
    ['b1 for b2', { v: 'b1*v0 + (1 - b1)*g^2' }],
    ['no bias correction of m', { step: 'eta*m/(sqrt(vhat) + eps)' }],
    ['power t forgotten', { mhat: 'm/(1 - b1)' }],
    ['t - 1', { mhat: 'm/(1 - b1^(t - 1))', vhat: 'v/(1 - b2^(t - 1))' }],
    ['root forgotten', { step: 'eta*mhat/(vhat + eps)' }],
    ['epsilon under the root', { step: 'eta*mhat/sqrt(vhat + eps)' }],
    ['multiplied by the correction', { mhat: 'm*(1 - b1^t)' }],
    ['step added', { w_new: 'w + step' }],
    ['b1*t for b1^t', { mhat: 'm/(1 - b1*t)' }],
    ['the gradient for the moment', { step: 'eta*g/(sqrt(vhat) + eps)' }],
    ['1 - b forgotten', { m: 'b1*m0 + g' }],
  ],
);

export const kl = family(
  'kl-divergence',
  {
    givens: { p1: '0.55', p2: '0.3', p3: '0.15', q1: '0.4', q2: '0.35', q3: '0.25' },
    working: {
      t1: 'p1*ln(p1/q1)',
      t2: 'p2*ln(p2/q2)',
      t3: 'p3*ln(p3/q3)',
      KL: 't1 + t2 + t3',
    },
  },
  [
    ['log10', { t1: 'p1*log10(p1/q1)', t2: 'p2*log10(p2/q2)', t3: 'p3*log10(p3/q3)' }],
    ['log2', { t1: 'p1*log2(p1/q1)', t2: 'p2*log2(p2/q2)', t3: 'p3*log2(p3/q3)' }],
    ['reversed', { t1: 'q1*ln(q1/p1)', t2: 'q2*ln(q2/p2)', t3: 'q3*ln(q3/p3)' }],
    ['quotient upside down', { t1: 'p1*ln(q1/p1)', t2: 'p2*ln(q2/p2)', t3: 'p3*ln(q3/p3)' }],
    ['weighted by q', { t1: 'q1*ln(p1/q1)', t2: 'q2*ln(p2/q2)', t3: 'q3*ln(p3/q3)' }],
    ['unweighted', { t1: 'ln(p1/q1)', t2: 'ln(p2/q2)', t3: 'ln(p3/q3)' }],
    ['minus', { KL: '-(t1 + t2 + t3)' }],
    ['mean', { KL: '(t1 + t2 + t3)/3' }],
    ['one term lost', { KL: 't1 + t2' }],
    ['a term counted twice', { KL: 't1 + t2 + t2 + t3' }],
    ['one quotient upside down', { t2: 'p2*ln(q2/p2)' }],
    ['difference for quotient', { t1: 'p1*ln(p1 - q1)' }],
  ],
);

export const iou = family(
  'iou',
  {
    givens: { ax1: '1.5', ay1: '2', ax2: '6.5', ay2: '7', bx1: '3', by1: '4.5', bx2: '9', by2: '8.5' },
    working: {
      ix: 'min(ax2, bx2) - max(ax1, bx1)',
      iy: 'min(ay2, by2) - max(ay1, by1)',
      inter: 'ix*iy',
      areaA: '(ax2 - ax1)*(ay2 - ay1)',
      areaB: '(bx2 - bx1)*(by2 - by1)',
      union: 'areaA + areaB - inter',
      iou: 'inter/union',
    },
  },
  [
    ['intersection not taken off', { union: 'areaA + areaB' }],
    ['upside down', { iou: 'union/inter' }],
    ['max for min', { ix: 'max(ax2, bx2) - max(ax1, bx1)' }],
    ['min and max exchanged', { ix: 'max(ax2, bx2) - min(ax1, bx1)', iy: 'max(ay2, by2) - min(ay1, by1)' }],
    ['intersection added', { union: 'areaA + areaB + inter' }],
    ['both ends counted', { ix: 'min(ax2, bx2) - max(ax1, bx1) + 1' }],
    ['corner taken as a side', { areaA: 'ax2*ay2' }],
    ['sides added', { areaB: '(bx2 - bx1) + (by2 - by1)' }],
    ['divided by one area', { iou: 'inter/areaA' }],
    ['over the sum', { iou: 'inter/(areaA + areaB)' }],
  ],
);

export const momentum = family(
  'momentum',
  {
    givens: { w0: '1.3', v0: '-0.2', g1: '0.7', g2: '0.45', mu: '0.9', eta: '0.15', lambda: '0.04' },
    working: {
      d1: 'g1 + lambda*w0',
      v1: 'mu*v0 - eta*d1',
      w1: 'w0 + v1',
      d2: 'g2 + lambda*w1',
      v2: 'mu*v1 - eta*d2',
      w2: 'w1 + v2',
    },
  },
  [
    ['eta and mu exchanged in one line', { v2: 'eta*v1 - mu*d2' }],
    ['sign of the velocity', { w1: 'w0 - v1', w2: 'w1 - v2' }],
    ['added gradient', { v1: 'mu*v0 + eta*d1', v2: 'mu*v1 + eta*d2' }],
    ['penalty forgotten', { d1: 'g1', d2: 'g2' }],
    ['penalty doubled', { d1: 'g1 + 2*lambda*w0', d2: 'g2 + 2*lambda*w1' }],
    ['momentum forgotten in the second step', { v2: '-eta*d2' }],
    ['the old weight', { w2: 'w0 + v2' }],
    ['the old velocity', { v2: 'mu*v0 - eta*d2' }],
    ['1 - mu', { v1: 'mu*v0 - (1 - mu)*d1' }],
    ['squared penalty', { d1: 'g1 + lambda*w0^2' }],
    ['gradient of the first step', { d2: 'g1 + lambda*w1' }],
  ],
);

export const hinge = family(
  'hinge-loss',
  {
    givens: { w1: '0.8', w2: '-0.5', b: '0.1', x1: '0.6', x2: '0.9', y: '-1', lambda: '0.25' },
    working: {
      s: 'w1*x1 + w2*x2 + b',
      margin: 'y*s',
      hinge: 'max(0, 1 - margin)',
      penalty: 'lambda/2*(w1^2 + w2^2)',
      J: 'hinge + penalty',
    },
  },
  [
    ['label forgotten', { margin: 's' }],
    ['sign in the margin', { hinge: 'max(0, 1 + margin)' }],
    ['1 forgotten', { hinge: 'max(0, -margin)' }],
    ['squared hinge', { hinge: 'max(0, 1 - margin)^2' }],
    ['half forgotten', { penalty: 'lambda*(w1^2 + w2^2)' }],
    ['bias penalised', { penalty: 'lambda/2*(w1^2 + w2^2 + b^2)' }],
    ['norm for its square', { penalty: 'lambda/2*sqrt(w1^2 + w2^2)' }],
    ['absolute values', { penalty: 'lambda/2*(abs(w1) + abs(w2))' }],
    ['square of the sum', { penalty: 'lambda/2*(w1 + w2)^2' }],
    ['penalty taken off', { J: 'hinge - penalty' }],
    ['bias forgotten', { s: 'w1*x1 + w2*x2' }],
    ['inputs exchanged', { s: 'w1*x2 + w2*x1 + b' }],
  ],
);

export const decay = family(
  'learning-rate-decay',
  {
    givens: { eta0: '0.25', gamma: '0.6', epoch: '17', every: '5', T: '40', pi: '3.141593' },
    working: {
      k: 'floor(epoch/every)',
      stepped: 'eta0*gamma^k',
      inverse: 'eta0/(1 + gamma*epoch)',
      cosine: 'eta0*(1 + cos(pi*epoch/T))/2',
      ratio: 'stepped/cosine',
    },
  },
  [
    ['rounded up', { k: 'ceil(epoch/every)' }],
    ['multiplied by k', { stepped: 'eta0*gamma*k' }],
    ['epoch for k', { stepped: 'eta0*gamma^epoch' }],
    ['1 forgotten', { inverse: 'eta0/(gamma*epoch)' }],
    ['half forgotten', { cosine: 'eta0*(1 + cos(pi*epoch/T))' }],
    ['sine', { cosine: 'eta0*(1 + sin(pi*epoch/T))/2' }],
    ['upside down', { ratio: 'cosine/stepped' }],
    ['quotient upside down', { k: 'floor(every/epoch)' }],
    ['one more epoch', { k: 'floor((epoch + 1)/every)' }],
    ['1 - cos', { cosine: 'eta0*(1 - cos(pi*epoch/T))/2' }],
    ['power of the start', { stepped: 'eta0^k*gamma' }],
    ['both to the power', { stepped: '(eta0*gamma)^k' }],
  ],
);

export const dice = family(
  'dice-and-f1',
  {
    givens: { tp: '37', fp: '14', fn: '9', tn: '140', beta: '2' },
    working: {
      precision: 'tp/(tp + fp)',
      recall: 'tp/(tp + fn)',
      f1: '2*precision*recall/(precision + recall)',
      fbeta: '(1 + beta^2)*precision*recall/(beta^2*precision + recall)',
      accuracy: '(tp + tn)/(tp + tn + fp + fn)',
      dice: '2*tp/(2*tp + fp + fn)',
      score: '(f1 + fbeta + accuracy + dice)/4',
    },
  },
  [
    ['precision and recall exchanged', { precision: 'tp/(tp + fn)', recall: 'tp/(tp + fp)' }],
    ['fn for fp', { precision: 'tp/(tp + fn)' }],
    ['2 forgotten', { f1: 'precision*recall/(precision + recall)' }],
    ['mean', { f1: '(precision + recall)/2' }],
    ['beta not squared', { fbeta: '(1 + beta)*precision*recall/(beta*precision + recall)' }],
    ['beta at recall', { fbeta: '(1 + beta^2)*precision*recall/(precision + beta^2*recall)' }],
    ['true negatives forgotten above', { accuracy: 'tp/(tp + tn + fp + fn)' }],
    ['one 2 forgotten', { dice: '2*tp/(tp + fp + fn)' }],
    ['divided by 3', { score: '(f1 + fbeta + accuracy + dice)/3' }],
    ['sum', { score: 'f1 + fbeta + accuracy + dice' }],
    ['upside down', { recall: '(tp + fn)/tp' }],
  ],
);

export const xavier = family(
  'xavier-init',
  {
    givens: { fan_in: '300', fan_out: '120', u: '0.31' },
    working: {
      limit: 'sqrt(6/(fan_in + fan_out))',
      sd: 'sqrt(2/(fan_in + fan_out))',
      he: 'sqrt(2/fan_in)',
      w: 'limit*(2*u - 1)',
      z: 'w/sd',
    },
  },
  [
    ['fan out forgotten', { limit: 'sqrt(6/fan_in)' }],
    ['root forgotten', { limit: '6/(fan_in + fan_out)' }],
    ['3 for 6', { limit: 'sqrt(3/(fan_in + fan_out))' }],
    ['2 for 6', { limit: 'sqrt(2/(fan_in + fan_out))' }],
    ['upside down', { sd: 'sqrt((fan_in + fan_out)/2)' }],
    ['1 for 2', { he: 'sqrt(1/fan_in)' }],
    ['fan out for fan in', { he: 'sqrt(2/fan_out)' }],
    ['not centred', { w: 'limit*u' }],
    ['only halves', { w: 'limit*(u - 1)' }],
    ['multiplied', { z: 'w*sd' }],
    ['root of the denominator', { he: '2/sqrt(fan_in)' }],
  ],
);
