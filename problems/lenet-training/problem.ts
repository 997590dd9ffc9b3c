import { defineProblem } from '../../src/working/problem.ts';
import { readings } from '../bands/index.ts';

/** LeNet trained on MNIST: the test accuracy that was reached. */
export default defineProblem({
  id: 'lenet-training',
  title: 'Training LeNet on MNIST',
  rounding: { exact: true },
  givens: { testSize: '500', batch: '100' },
  working: {},
  fields: [
    { kind: 'accuracy', name: 'testAccuracy', testSize: 'testSize', runs: readings('mnist-lenet', 'lenet') },
    {
      kind: 'log',
      name: 'log',
      columns: [
        { name: 'cost', headings: ['loss'] },
        { name: 'training', headings: ['training_percent', 'acc', 'accuracy', 'train acc'] },
        { name: 'test', headings: ['test accuracy', 'val_acc', 'val_accuracy', 'validation accuracy'] },
      ],
    },
  ],
  checks: [
    {
      of: 'testAccuracy',
      holds: 'testAccuracy = log_test_last',
      says: 'The last test accuracy of your log is {log_test_last}; {testAccuracy} is another.',
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
  ],
  aliases: { testAccuracy: ['test accuracy', 'final test accuracy'], log: ['training log'] },
  asks: { testAccuracy: { points: 5 } },
});
