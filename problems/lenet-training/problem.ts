import { defineProblem } from '../../src/working/problem.ts';
import { readings } from '../bands/index.ts';

/** LeNet trained on MNIST: the test accuracy that was reached. */
export default defineProblem({
  id: 'lenet-training',
  title: 'Training LeNet on MNIST',
  rounding: { exact: true },
  givens: { testSize: '500', batch: '100', classes: '10' },
  working: {},
  fields: [
    {
      kind: 'accuracy',
      name: 'testAccuracy',
      testSize: 'testSize',
      classes: 'classes',
      runs: readings('mnist-lenet', 'lenet'),
    },
    {
      kind: 'log',
      name: 'log',
      columns: [
        { name: 'cost', is: { measure: 'loss', of: 'train' } },
        { name: 'training', is: { measure: 'accuracy', of: 'train' } },
        { name: 'test', is: { measure: 'accuracy', of: ['test', 'validation'] } },
      ],
    },
  ],
  checks: [
    {
      of: 'testAccuracy',
      holds: 'testAccuracy = log_test_last',
      says: 'The last test accuracy of your log is {log_test_last}; {testAccuracy} is another.',
      or: {
        holds: 'testAccuracy = log_test_most',
        notes:
          '{testAccuracy} is the best test accuracy of your log; the last is {log_test_last}. Was it chosen by its test accuracy?',
      },
    },
    {
      of: 'log',
      each: 'log',
      holds: 'cost >= (1 - training)*ln(2)',
      says: 'with {training} right the cost cannot be below {right}: each error costs at least ln 2. It says {cost}.',
    },
    {
      of: 'log',
      each: 'log',
      ofBatches: true,
      holds: 'training*batch = floor(training*batch)',
      says: 'no number of right answers in a batch gives {training}.',
    },
    {
      of: 'log',
      each: 'log',
      holds: 'test*testSize = floor(test*testSize)',
      says: 'no number of right answers out of {testSize} test images gives {test}.',
    },
    { of: 'log', each: 'log', holds: '0 <= test <= 1', says: '{test} is no share of right answers.' },
    { of: 'log', each: 'log', holds: '0 <= training <= 1', says: '{training} is no share of right answers.' },
  ],
  results: {
    'test accuracy': { testAccuracy: 'testAccuracy', log: ['log_test_last', 'log_test_most'] },
  },
  aliases: { testAccuracy: ['test accuracy', 'final test accuracy'], log: ['training log'] },
  asks: { testAccuracy: { points: 5 } },
});
