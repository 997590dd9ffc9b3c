import { family } from './family.ts';

export const gruStep = family(
  'gru-step',
  {
    givens: {
      ...{ x: '0.8', h: '-0.35', wz: '0.6', uz: '-0.4', bz: '0.1', wr: '-0.7', ur: '0.9', br: '0.25' },
      ...{ wh: '1.1', uh: '0.45', bh: '-0.15', y: '0.3', eta: '0.2' },
    },
    working: {
      z: 'sigmoid(wz*x + uz*h + bz)',
      r: 'sigmoid(wr*x + ur*h + br)',
      hbar: 'tanh(wh*x + uh*(r*h) + bh)',
      hnew: '(1 - z)*h + z*hbar',
      e: 'hnew - y',
      dhbar: 'e*z',
      dah: 'dhbar*(1 - hbar^2)',
      dwh: 'dah*x',
      whnew: 'wh - eta*dwh',
    },
  },
  [
    ['gates exchanged in the mixture', { hnew: 'z*h + (1 - z)*hbar' }],
    ['reset gate not applied', { hbar: 'tanh(wh*x + uh*h + bh)' }],
    ['reset gate applied to the input as well', { hbar: 'tanh(r*(wh*x + uh*h) + bh)' }],
    ['tanh for the update gate', { z: 'tanh(wz*x + uz*h + bz)' }],
    ['sigmoid for the candidate', { hbar: 'sigmoid(wh*x + uh*(r*h) + bh)' }],
    ['update gate for the reset gate', { hbar: 'tanh(wh*x + uh*(z*h) + bh)' }],
    ['weight of the state left out', { hbar: 'tanh(wh*x + r*h + bh)' }],
    ['derivative of the sigmoid for that of tanh', { dah: 'dhbar*hbar*(1 - hbar)' }],
    ['complement of the gate in the gradient', { dhbar: 'e*(1 - z)' }],
    ['gradient added', { whnew: 'wh + eta*dwh' }],
    ['states forgotten in both gates', { z: 'sigmoid(wz*x + bz)', r: 'sigmoid(wr*x + br)' }],
    ['old state lost', { hnew: 'z*hbar' }],
    ['state for input in the gradient', { dwh: 'dah*h' }],
  ],
);

export const lstmStep = family(
  'lstm-step',
  {
    givens: {
      ...{ x: '0.5', h: '0.3', c: '-0.6', wf: '0.7', uf: '0.2', bf: '1.0', wi: '-0.5', ui: '0.8', bi: '0.1' },
      ...{ wg: '0.9', ug: '-0.3', bg: '0.05', wo: '0.4', uo: '0.6', bo: '-0.2', t: '0.25' },
    },
    working: {
      f: 'sigmoid(wf*x + uf*h + bf)',
      i: 'sigmoid(wi*x + ui*h + bi)',
      g: 'tanh(wg*x + ug*h + bg)',
      o: 'sigmoid(wo*x + uo*h + bo)',
      cnew: 'f*c + i*g',
      hnew: 'o*tanh(cnew)',
      L: '(hnew - t)^2/2',
      dh: 'hnew - t',
      dc: 'dh*o*(1 - tanh(cnew)^2)',
      df: 'dc*c',
      dbf: 'df*f*(1 - f)',
    },
  },
  [
    ['tanh of the cell forgotten', { hnew: 'o*cnew' }],
    ['gates exchanged', { cnew: 'i*c + f*g' }],
    ['complement of the forget gate', { cnew: '(1 - f)*c + i*g' }],
    ['one coupled gate', { cnew: 'f*c + (1 - f)*g' }],
    ['candidate without its gate', { cnew: 'f*c + g' }],
    ['sigmoid for the candidate', { g: 'sigmoid(wg*x + ug*h + bg)' }],
    ['bias of the forget gate lost', { f: 'sigmoid(wf*x + uf*h)' }],
    ['output gate lost in the gradient', { dc: 'dh*(1 - tanh(cnew)^2)' }],
    ['square lost', { dc: 'dh*o*(1 - tanh(cnew))' }],
    ['derivative of tanh at the output', { dc: 'dh*o*(1 - hnew^2)' }],
    ['new cell for the old one', { df: 'dc*cnew' }],
    ['derivative of the gate lost', { dbf: 'df' }],
    ['half lost', { L: '(hnew - t)^2' }],
  ],
);
