import { defineProblem } from '../../src/working/problem.ts';
import { readings } from '../bands/index.ts';

/** The page shows the share of the last images that it did not train on; the reference runs are tested on many more. */
const accuracy = (name: string, run: string) =>
  ({ kind: 'accuracy', name, testSize: 'window', classes: 'classes', runs: readings('convnetjs', run) }) as const;

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
    window: '100',
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
    accuracy('accuracy', 'given'),
    accuracy('accuracyStride', 'stride-2'),
    accuracy('accuracyDense', 'dense-20'),
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
    window: 'the images of the validation accuracy',
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
    conv1: ['conv(24x24x8)', 'first conv layer'],
    conv2: ['conv(12x12x16)', 'second conv layer'],
    fc: ['fc(1x1x10)', 'fully connected layer'],
    hidden: ['fc(1x1x500)', 'hidden layer'],
    output: ['fc(1x1x10) 500 neurons', 'output layer of the wide network'],
    parameters: ['total', 'total parameters'],
    parametersWide: ['total 500 neurons', 'total parameters 500 neurons', 'total of the wide network'],
    loss: ['classification loss'],
    lossWide: [
      'loss 500 neurons',
      'classification loss 500 neurons',
      'loss of the wide network',
      'classification loss of the wide network',
    ],
    accuracy: ['validation accuracy', 'original validation accuracy'],
    accuracyStride: ['accuracy stride', 'validation accuracy stride'],
    accuracyDense: ['accuracy fully connected layer', 'validation accuracy fully connected layer'],
  },
  asks: {
    parameters: { points: 4, steps: { conv1: 1, conv2: 1, fc: 1 } },
    parametersWide: { points: 4, steps: { hidden: 2, output: 1 } },
  },
});
