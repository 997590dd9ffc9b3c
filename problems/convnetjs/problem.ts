import { defineProblem } from '../../src/working/problem.ts';

/**
 * Two small networks of a browser demonstration on 24 × 24 crops of grey digits: their parameters, and what training gave.
 * The convolutions keep the size (padding 2); the poolings have stride 2 and 3.
 */
export default defineProblem({
  id: 'convnetjs',
  title: 'A convolution network in the browser',
  rounding: { exact: true },
  counts: true,
  givens: {
    size: '24',
    depth: '1',
    kernel: '5',
    filters1: '8',
    filters2: '16',
    pool1: '2',
    pool2: '3',
    units: '500',
    classes: '10',
  },
  working: {
    conv1: 'filters1*(kernel*kernel*depth + 1)',
    conv2: 'filters2*(kernel*kernel*filters1 + 1)',
    side: 'size/pool1/pool2',
    inputs: 'side*side*filters2',
    fc: 'classes*(inputs + 1)',
    parameters: 'conv1 + conv2 + fc',
    pixels: 'size*size*depth',
    hidden: 'units*(pixels + 1)',
    output: 'classes*(units + 1)',
    parametersWide: 'hidden + output',
  },
  fields: [
    { kind: 'reported', name: 'loss', least: 0 },
    { kind: 'reported', name: 'lossWide', least: 0 },
    { kind: 'accuracy', name: 'accuracy' },
    { kind: 'accuracy', name: 'accuracyStride' },
    { kind: 'accuracy', name: 'accuracyDense' },
  ],
  names: {
    size: 'the size of the crops',
    depth: 'the depth of the input',
    kernel: 'the size of the kernels',
    filters1: 'the filters of the first convolution',
    filters2: 'the filters of the second convolution',
    pool1: 'the stride of the first pooling',
    pool2: 'the stride of the second pooling',
    units: 'the units of the hidden layer',
    classes: 'the number of classes',
    conv1: 'the parameters of the first convolution',
    conv2: 'the parameters of the second convolution',
    side: 'the size after both poolings',
    inputs: 'the inputs of the fully connected layer',
    fc: 'the parameters of the fully connected layer',
    parameters: 'all parameters of the convolution network',
    pixels: 'the pixels of a crop',
    hidden: 'the parameters of the hidden layer',
    output: 'the parameters of its output layer',
    parametersWide: 'all parameters of the wide network',
  },
  aliases: {
    conv1: ['conv(24x24x8)'],
    conv2: ['conv(12x12x16)'],
    fc: ['fc(1x1x10)'],
    hidden: ['fc(1x1x500)'],
    loss: ['classification loss'],
  },
  asks: {
    parameters: { points: 4, steps: { conv1: 1, conv2: 1, fc: 1 } },
    parametersWide: { points: 4, steps: { hidden: 2, output: 1 } },
  },
});
