import { defineProblem } from '../../src/working/problem.ts';
import { band } from '../bands/index.ts';

const accuracy = (units: '100' | '200' | '1000') =>
  ({ kind: 'accuracy', name: `accuracy${units}`, testSize: 'testSize', band: band('mnist-mlp', units) }) as const;

/** One hidden layer of three widths on MNIST: the test accuracies that were reached. */
export default defineProblem({
  id: 'depth-width',
  title: 'Depth and width on MNIST',
  rounding: { exact: true },
  givens: { testSize: '10000' },
  working: {},
  fields: [
    accuracy('100'),
    accuracy('200'),
    accuracy('1000'),
    { kind: 'person', name: 'trainShape' },
    { kind: 'person', name: 'labelShape' },
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
