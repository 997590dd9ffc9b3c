import { family } from './family.ts';

export const variational = family(
  'variational-step',
  {
    givens: { mu: '0.6', logvar: '-0.8', eps: '1.35', a: '0.75', c: '-0.2', x: '0.9', beta: '0.5' },
    working: {
      sd: 'exp(logvar/2)',
      z: 'mu + sd*eps',
      xhat: 'sigmoid(a*z + c)',
      recon: '-(x*ln(xhat) + (1 - x)*ln(1 - xhat))',
      KL: '-(1 + logvar - mu^2 - exp(logvar))/2',
      loss: 'recon + beta*KL',
      dz: 'a*(xhat - x)',
    },
  },
  [
    ['variance for deviation', { sd: 'exp(logvar)' }],
    ['noise forgotten', { z: 'mu' }],
    ['noise not scaled', { z: 'mu + eps' }],
    ['deviation added', { z: 'mu + sd + eps' }],
    ['minus lost', { recon: 'x*ln(xhat) + (1 - x)*ln(1 - xhat)' }],
    ['one half of the cross-entropy', { recon: '-x*ln(xhat)' }],
    ['x and xhat exchanged', { recon: '-(xhat*ln(x) + (1 - xhat)*ln(1 - x))' }],
    ['half forgotten', { KL: '-(1 + logvar - mu^2 - exp(logvar))' }],
    ['mean not squared', { KL: '-(1 + logvar - mu - exp(logvar))/2' }],
    ['1 forgotten', { KL: '-(logvar - mu^2 - exp(logvar))/2' }],
    ['taken off', { loss: 'recon - beta*KL' }],
    ['beta forgotten', { loss: 'recon + KL' }],
    ['derivative of the sigmoid as well', { dz: 'a*(xhat - x)*xhat*(1 - xhat)' }],
    ['weight forgotten', { dz: 'xhat - x' }],
  ],
);
