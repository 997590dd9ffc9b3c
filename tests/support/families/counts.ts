import { family } from './family.ts';

export const lstmParameters = family(
  'lstm-parameters',
  {
    counts: true,
    givens: { inputs: '40', hidden: '64', classes: '12', gates: '4', vocabulary: '900' },
    working: {
      embedding: 'vocabulary*inputs',
      gate: 'hidden*(inputs + hidden) + hidden',
      lstm: 'gates*gate',
      dense: 'hidden*classes + classes',
      total: 'embedding + lstm + dense',
    },
  },
  [
    ['no biases anywhere', { gate: 'hidden*(inputs + hidden)', dense: 'hidden*classes' }],
    ['3 gates', { lstm: '3*gate' }],
    ['no recurrent weights', { gate: 'hidden*inputs + hidden' }],
    ['two biases', { gate: 'hidden*(inputs + hidden) + 2*hidden' }],
    ['embedding forgotten', { total: 'lstm + dense' }],
    ['one gate', { lstm: 'gate' }],
    ['inputs for classes', { dense: 'hidden*inputs + inputs' }],
    ['bias of the dense layer', { dense: 'hidden*classes' }],
    ['inputs times hidden', { gate: 'hidden*inputs*hidden + hidden' }],
    ['term counted twice', { total: 'embedding + lstm + lstm + dense' }],
  ],
);

export const transposedConv = family(
  'transposed-conv',
  {
    counts: true,
    givens: { size: '7', kernel: '4', stride: '2', padding: '1', outputPadding: '1', channels: '32', filters: '16' },
    working: {
      side: '(size - 1)*stride - 2*padding + kernel + outputPadding',
      outputs: 'side*side*filters',
      weights: 'kernel*kernel*channels*filters',
      parameters: 'weights + filters',
      operations: 'size*size*weights',
    },
  },
  [
    ['size for size - 1', { side: 'size*stride - 2*padding + kernel + outputPadding' }],
    ['one padding', { side: '(size - 1)*stride - padding + kernel + outputPadding' }],
    ['padding added', { side: '(size - 1)*stride + 2*padding + kernel + outputPadding' }],
    ['output padding forgotten', { side: '(size - 1)*stride - 2*padding + kernel' }],
    ['stride forgotten', { side: 'size - 1 - 2*padding + kernel + outputPadding' }],
    ['bias per channel', { parameters: 'weights + channels' }],
    ['bias forgotten', { parameters: 'weights' }],
    ['kernel once', { weights: 'kernel*channels*filters' }],
    ['on the output', { operations: 'side*side*weights' }],
    ['channels for filters', { outputs: 'side*side*channels' }],
  ],
);

export const precision = family(
  'ngram-precision',
  {
    givens: { m1: '9', m2: '6', c: '11', r: '13' },
    working: {
      p1: 'm1/c',
      p2: 'm2/(c - 1)',
      geometric: 'sqrt(p1*p2)',
      brevity: 'exp(1 - r/c)',
      bleu: 'brevity*geometric',
    },
  },
  [
    ['n for n - 1', { p2: 'm2/c' }],
    ['n - 2', { p2: 'm2/(c - 2)' }],
    ['mean', { geometric: '(p1 + p2)/2' }],
    ['no root', { geometric: 'p1*p2' }],
    ['quotient upside down', { brevity: 'exp(1 - c/r)' }],
    ['sign', { brevity: 'exp(r/c - 1)' }],
    ['brevity forgotten', { bleu: 'geometric' }],
    ['recall', { p1: 'm1/r' }],
    ['exp forgotten', { brevity: '1 - r/c' }],
    ['sum under the root', { geometric: 'sqrt(p1 + p2)' }],
    ['n + 1', { p2: 'm2/(c + 1)' }],
  ],
);
