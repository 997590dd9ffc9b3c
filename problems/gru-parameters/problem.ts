import { defineProblem } from '../../src/working/problem.ts';

/** The parameters of an embedding, a GRU and a dense layer. */
export default defineProblem({
  id: 'gru-parameters',
  title: 'The parameters of a GRU',
  rounding: { exact: true },
  counts: true,
  givens: {
    vocabulary: '5200',
    inputs: '96',
    hidden: '160',
    classes: '14',
    gates: '3',
  },
  domains: {
    vocabulary: { from: '2000', to: '9000', step: '100' },
    inputs: { oneOf: ['48', '80', '96', '112'] },
    hidden: { oneOf: ['128', '160', '192', '224'] },
    classes: { from: '11', to: '40', step: '1' },
  },
  working: {
    embedding: 'vocabulary*inputs',
    gate: 'hidden*inputs + hidden*hidden + hidden',
    gru: 'gates*gate',
    dense: 'hidden*classes + classes',
    total: 'embedding + gru + dense',
  },
  asks: { total: { points: 10, steps: { embedding: 1, gate: 3, gru: 2, dense: 2 } } },
  terms: { gate: ['input weights', 'recurrent weights', 'biases'], dense: ['weights', 'biases'] },
  conventions: [
    {
      id: 'two-biases',
      says: 'two biases for every unit of a gate, as some libraries keep them',
      said: [
        'two biases',
        '2 biases',
        'two bias vectors',
        '2 bias vectors',
        'two biases per gate',
        'as in PyTorch',
        'as in cuDNN',
      ],
      denied: ['one bias', '1 bias', 'one bias per gate', 'single bias'],
      over: { gate: 'hidden*inputs + hidden*hidden + 2*hidden' },
    },
  ],
  groups: [
    ['inputs', 'hidden', 'classes'],
    ['vocabulary', 'classes'],
  ],
  names: {
    vocabulary: 'the number of words',
    inputs: 'the length of a word vector',
    hidden: 'the number of hidden units',
    classes: 'the number of classes',
    gates: 'the number of gates, the candidate included',
    embedding: 'the parameters of the embedding',
    gate: 'the parameters of one gate',
    gru: 'the parameters of the GRU',
    dense: 'the parameters of the dense layer',
    total: 'the parameters in total',
  },
  aliases: {
    embedding: ['embedding layer'],
    gate: ['per gate', 'each gate'],
    gru: ['GRU layer'],
    dense: ['dense layer', 'output layer'],
  },
});
