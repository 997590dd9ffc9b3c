import { defineProblem } from '../../src/working/problem.ts';
import { readings } from '../bands/index.ts';

const accuracy = (units: '100' | '200' | '1000') =>
  ({
    kind: 'accuracy',
    name: `accuracy${units}`,
    testSize: 'testSize',
    classes: 'classes',
    runs: readings('mnist-mlp', units),
  }) as const;

/** One hidden layer of three widths on MNIST: the test accuracies that were reached. */
export default defineProblem({
  id: 'depth-width',
  title: 'Depth and width on MNIST',
  rounding: { exact: true },
  givens: { testSize: '10000', images: '60000', height: '28', width: '28', classes: '10' },
  counts: true,
  working: { inputs: 'images', labels: 'images', features: 'height*width', outputs: 'classes' },
  names: {
    images: 'the training images',
    height: 'the height of an image',
    width: 'the width of an image',
    classes: 'the number of classes',
    inputs: 'the rows of the training input',
    labels: 'the rows of the labels',
    features: 'the pixels of an image',
    outputs: 'the entries of a one-hot label',
  },
  fields: [
    accuracy('100'),
    accuracy('200'),
    accuracy('1000'),
    { kind: 'shape', name: 'trainShape', sides: ['inputs', 'features'] },
    { kind: 'shape', name: 'labelShape', sides: ['labels', 'outputs'] },
  ],
  aliases: {
    ...Object.fromEntries(
      ['100', '200', '1000'].map((units) => [
        `accuracy${units}`,
        [`${units} units`, `${units} hidden units`, `MNIST_${units}`],
      ]),
    ),
    trainShape: ['X_{train}', 'training input size'],
    labelShape: ['y_{train}', 'training output size'],
  },
  asks: { accuracy100: { points: 4 }, accuracy200: { points: 3 }, accuracy1000: { points: 3 } },
});
