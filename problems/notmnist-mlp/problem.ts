import { defineProblem } from '../../src/working/problem.ts';
import { band } from '../bands/index.ts';

/** Fully connected networks on notMNIST: the test accuracies of the best model and of its variations. */
export default defineProblem({
  id: 'notmnist-mlp',
  title: 'Fully connected networks on notMNIST',
  rounding: { exact: true },
  givens: { trainSize: '15000', testSize: '2720' },
  working: {},
  fields: [
    {
      kind: 'accuracy',
      name: 'best',
      testSize: 'testSize',
      trainSize: 'trainSize',
      band: band('notmnist-rates', 'rate-0.05'),
    },
    {
      kind: 'accuracy',
      name: 'hidden',
      testSize: 'testSize',
      trainSize: 'trainSize',
      band: band('notmnist-hidden', '500'),
    },
    {
      kind: 'accuracy',
      name: 'layers',
      testSize: 'testSize',
      trainSize: 'trainSize',
      band: band('notmnist-layers', '500-500'),
    },
    {
      kind: 'accuracy',
      name: 'dropout',
      testSize: 'testSize',
      trainSize: 'trainSize',
      band: band('notmnist-dropout', 'dropout'),
    },
    { kind: 'person', name: 'models' },
    { kind: 'person', name: 'split' },
  ],
  asks: { models: { points: 5 }, best: { points: 5 } },
});
