import { family } from './family.ts';

export const gru = family(
  'gru-cell',
  {
    givens: {
      x: '0.7',
      h0: '-0.5',
      wz: '0.6',
      uz: '-0.8',
      bz: '0.15',
      wr: '-0.4',
      ur: '0.9',
      br: '0.25',
      wh: '1.2',
      uh: '0.7',
      bh: '-0.35',
    },
    working: {
      z: 'sigmoid(wz*x + uz*h0 + bz)',
      r: 'sigmoid(wr*x + ur*h0 + br)',
      n: 'tanh(wh*x + r*uh*h0 + bh)',
      h: '(1 - z)*h0 + z*n',
    },
  },
  [
    ['gate the other way round', { h: 'z*h0 + (1 - z)*n' }],
    ['reset gate forgotten', { n: 'tanh(wh*x + uh*h0 + bh)' }],
    ['reset gate on the input', { n: 'tanh(r*wh*x + uh*h0 + bh)' }],
    ['update gate for reset gate', { n: 'tanh(wh*x + z*uh*h0 + bh)' }],
    ['sigmoid for the candidate', { n: 'sigmoid(wh*x + r*uh*h0 + bh)' }],
    ['old state not scaled', { h: 'h0 + z*n' }],
    ['candidate not scaled', { h: '(1 - z)*h0 + n' }],
    ['biases forgotten in the gates', { z: 'sigmoid(wz*x + uz*h0)', r: 'sigmoid(wr*x + ur*h0)' }],
    ['weight of the other gate', { z: 'sigmoid(wr*x + uz*h0 + bz)' }],
    ['old state taken as 0', { n: 'tanh(wh*x + bh)', z: 'sigmoid(wz*x + bz)', r: 'sigmoid(wr*x + br)', h: 'z*n' }],
  ],
);

export const dilated = family(
  'dilated-conv',
  {
    givens: {
      size: '64',
      kernel: '3',
      dilation: '4',
      padding: '4',
      stride: '2',
      inputs: '48',
      filters: '96',
      groups: '6',
    },
    working: {
      reach: 'dilation*(kernel - 1) + 1',
      output: 'floor((size + 2*padding - reach)/stride) + 1',
      weights: 'kernel^2*inputs/groups*filters',
      parameters: 'weights + filters',
      multiplications: 'weights*output^2',
    },
    counts: true,
  },
  [
    ['dilation times kernel', { reach: 'dilation*kernel' }],
    ['dilation between the taps added', { reach: 'kernel + dilation*(kernel - 1)' }],
    ['end not counted', { reach: 'dilation*(kernel - 1)' }],
    ['padding once', { output: 'floor((size + padding - reach)/stride) + 1' }],
    ['kernel for its reach', { output: 'floor((size + 2*padding - kernel)/stride) + 1' }],
    ['without the last position', { output: 'floor((size + 2*padding - reach)/stride)' }],
    ['groups forgotten', { weights: 'kernel^2*inputs*filters' }],
    ['filters divided by the groups as well', { weights: 'kernel^2*inputs/groups*filters/groups' }],
    ['reach squared for the weights', { weights: 'reach^2*inputs/groups*filters' }],
    ['a bias for each input', { parameters: 'weights + inputs' }],
    ['one side of the map only', { multiplications: 'weights*output' }],
    ['input size for output size', { multiplications: 'weights*size^2' }],
  ],
);
