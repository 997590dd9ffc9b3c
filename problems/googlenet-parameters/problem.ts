import { defineNetwork } from '../../src/working/network/network.ts';
import type { Problem } from '../../src/working/problem.ts';
import alexnet, { layers as alexnetLayers } from '../alexnet-parameters/problem.ts';
import { depthOf, parametersIn } from '../networks.ts';
import vgg16, { layers as vgg16Layers } from '../vgg16-parameters/problem.ts';
import { googlenet } from './layers.ts';

/** Rows of the published table, in thousands as printed. */
const published = {
  conv1: '2.7',
  conv2: '112',
  inception3a: '159',
  inception3b: '380',
  inception4a: '364',
  inception4b: '437',
  inception4c: '463',
  inception4d: '580',
  inception4e: '840',
  inception5a: '1072',
  inception5b: '1388',
  linear: '1000',
};
const rows = Object.keys(published);

/** An auxiliary classifier: 4×4 average pooling, 128 1×1 filters, 1024 units, the classes. */
const head = (depth: string): string =>
  `(${depth}*128 + 128) + (4*4*128*1024 + 1024) + (1024*linear.units + linear.units)`;

const options = { AlexNet: [], 'VGG-16': ['VGG'], GoogLeNet: ['Inception'] };
const parametersOf = () => ({
  AlexNet: parametersIn(alexnet),
  'VGG-16': parametersIn(vgg16),
  GoogLeNet: parametersIn(problem),
});
const depthsOf = () => ({
  AlexNet: depthOf(alexnetLayers),
  'VGG-16': depthOf(vgg16Layers),
  GoogLeNet: depthOf(googlenet()),
});

/** The parameters of GoogLeNet, row by row as in its table; counted from the layers, without auxiliary classifiers. */
const problem: Problem = defineNetwork({
  id: 'googlenet-parameters',
  title: 'The parameters of GoogLeNet',
  input: ['224', '224', '3'],
  layers: googlenet(),
  settable: [
    'input.size',
    'input.depth',
    'conv1.filters',
    'inception3a.conv3x3.filters',
    'inception5b.project.filters',
    'linear.units',
  ],
  asks: {
    total: {
      points: 10,
      steps: { ...Object.fromEntries(rows.map((row) => [row, 0.5])), fewest: 1, most: 1, deepest: 1 },
    },
  },
  domains: {
    'conv1.filters': { oneOf: ['32', '48', '64', '96'] },
    'linear.units': { oneOf: ['10', '100', '200', '1000'] },
    'inception3a.conv3x3.filters': { oneOf: ['112', '120', '136', '144'] },
    'inception5b.project.filters': { oneOf: ['96', '112', '144', '160'] },
  },
  readings: [
    {
      id: 'no-biases',
      says: 'only weights counted, no biases',
      said: [
        'biases ignored',
        'ignoring biases',
        'neglecting biases',
        'biases neglected',
        'omitting biases',
        'leaving out biases',
        'biases left out',
        'biases omitted',
        'biases not counted',
        'without biases',
        'no biases',
        'excluding biases',
        'weights only',
        'only weights',
      ],
      denied: ['with biases', 'including biases', 'biases included', 'weights and biases', 'biases counted'],
      layers: googlenet({ biases: false }),
    },
  ],
  conventions: [
    {
      id: 'published-table',
      says: 'the rounded rows of the published table, with K for a thousand',
      over: Object.fromEntries(rows.map((row) => [row, `K*${row}.published`])),
      givens: { K: '1000', ...Object.fromEntries(rows.map((row) => [`${row}.published`, published[row as 'conv1']])) },
      names: {
        K: 'the K of the table',
        ...Object.fromEntries(rows.map((row) => [`${row}.published`, `the row of ${row} in the table`])),
      },
      fractions: true,
    },
    {
      id: 'auxiliary-heads',
      says: 'both auxiliary classifiers, which are there only in training, counted as well',
      said: [
        'with auxiliary classifiers',
        'including auxiliary classifiers',
        'auxiliary classifiers included',
        'with auxiliary heads',
      ],
      denied: ['without auxiliary classifiers', 'no auxiliary classifiers', 'auxiliary classifiers ignored'],
      over: { total: `${rows.join(' + ')} + ${head('inception4a.depth')} + ${head('inception4d.depth')}` },
    },
  ],
  accepted: ['no-biases', 'published-table'],
  alternatives: [
    { given: 'K', value: '1024', says: 'K was taken to be 1024; the rows of the table are thousands, rounded.' },
    { given: 'input.depth', value: '1', says: 'The input was taken to be a grey image of depth 1.' },
    { given: 'linear.units', value: '10', says: 'The output was taken to have 10 classes.' },
  ],
  sisters: [
    {
      says: 'This is a later library version: batch normalisation in place of biases, and 3×3 kernels in the 5×5 branch.',
      layers: googlenet({ normed: true, wide: '3' }),
    },
    {
      says: 'This is the network with 3×3 kernels in the 5×5 branch.',
      layers: googlenet({ wide: '3' }),
    },
  ],
  choices: [
    { kind: 'choice', name: 'fewest', options, pick: 'least', of: parametersOf, what: 'parameters' },
    { kind: 'choice', name: 'most', options, pick: 'most', of: parametersOf, what: 'parameters' },
    { kind: 'choice', name: 'deepest', options, pick: 'most', of: depthsOf, what: 'layers with weights in a row' },
  ],
});

export default problem;
