import { defineProblem } from '../../src/working/problem.ts';

/** Two windows of a max pooling: what comes out, and the derivative that each input gets back. */
export default defineProblem({
  id: 'max-pool-backward',
  title: 'Back through a max pooling',
  rounding: { exact: true },
  givens: {
    x11: '1.41',
    x12: '0.82',
    x13: '-0.45',
    x14: '2.16',
    x21: '0.29',
    x22: '2.74',
    x23: '1.93',
    x24: '0.61',
    g1: '0.58',
    g2: '-1.27',
  },
  working: {
    y1: 'max(x11, x12, x21, x22)',
    y2: 'max(x13, x14, x23, x24)',
    L: 'g1*y1 + g2*y2',
    d11: 'g1*step(x11 - max(x12, x21, x22))',
    d12: 'g1*step(x12 - max(x11, x21, x22))',
    d13: 'g2*step(x13 - max(x14, x23, x24))',
    d14: 'g2*step(x14 - max(x13, x23, x24))',
    d21: 'g1*step(x21 - max(x11, x12, x22))',
    d22: 'g1*step(x22 - max(x11, x12, x21))',
    d23: 'g2*step(x23 - max(x13, x14, x24))',
    d24: 'g2*step(x24 - max(x13, x14, x23))',
  },
  asks: {
    L: { points: 4, steps: { y1: 1, y2: 1 } },
    ...Object.fromEntries(['11', '12', '13', '14', '21', '22', '23', '24'].map((at) => [`d${at}`, { points: 1 }])),
  },
  misconceptions: [
    {
      id: 'average-pooling',
      says: 'The windows were averaged: the derivative was shared out over the four inputs of a window.',
      over: {
        y1: '(x11 + x12 + x21 + x22)/4',
        y2: '(x13 + x14 + x23 + x24)/4',
        d11: 'g1/4',
        d12: 'g1/4',
        d21: 'g1/4',
        d22: 'g1/4',
        d13: 'g2/4',
        d14: 'g2/4',
        d23: 'g2/4',
        d24: 'g2/4',
      },
    },
    {
      id: 'to-every-input',
      says: 'Every input of a window got the whole derivative; only the largest passes it on.',
      over: { d11: 'g1', d12: 'g1', d21: 'g1', d22: 'g1', d13: 'g2', d14: 'g2', d23: 'g2', d24: 'g2' },
    },
  ],
  names: {
    y1: 'the output of the first window',
    y2: 'the output of the second window',
    g1: 'the derivative by the first output',
    g2: 'the derivative by the second output',
    L: 'the loss',
  },
  aliases: {
    y1: ['maximum of the first window', 'maximum of the left window'],
    y2: ['maximum of the second window', 'maximum of the right window'],
  },
});
