import { defineProblem } from '../../src/working/problem.ts';
import { band } from '../bands/index.ts';

/** LeNet trained on MNIST: the test accuracy that was reached. */
export default defineProblem({
  id: 'lenet-training',
  title: 'Training LeNet on MNIST',
  rounding: { exact: true },
  givens: { testSize: '500' },
  working: {},
  fields: [
    { kind: 'accuracy', name: 'testAccuracy', testSize: 'testSize', band: band('mnist-lenet', 'lenet') },
    { kind: 'person', name: 'log' },
  ],
  aliases: { testAccuracy: ['test accuracy', 'final test accuracy'], log: ['training log'] },
  asks: { testAccuracy: { points: 5 } },
});
