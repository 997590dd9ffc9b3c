import { defineProblem } from '../../src/working/problem.ts';
import { readings } from '../bands/index.ts';

/** What the question leaves open beside its recipe. */
const rate = (value: string) =>
  readings('notmnist-readings', `rate-${value}`, {
    'in which the learning rate does not fall': `rate-${value}-constant`,
    'with momentum 0.9': `rate-${value}-momentum`,
  });

/** Fully connected networks on notMNIST: the test accuracies of the best model and of its variations. */
export default defineProblem({
  id: 'notmnist-mlp',
  title: 'Fully connected networks on notMNIST',
  rounding: { exact: true },
  givens: { trainSize: '15000', validationSize: '1000', testSize: '2720' },
  working: {},
  fields: [
    {
      kind: 'accuracy',
      name: 'best',
      testSize: ['split_test_last', 'testSize'],
      trainSize: ['split_train_last', 'trainSize'],
      runs: readings('notmnist-rates', 'rate-0.05'),
    },
    {
      kind: 'accuracy',
      name: 'hidden',
      testSize: ['split_test_last', 'testSize'],
      trainSize: ['split_train_last', 'trainSize'],
      runs: readings('notmnist-hidden', '500'),
    },
    {
      kind: 'accuracy',
      name: 'layers',
      testSize: ['split_test_last', 'testSize'],
      trainSize: ['split_train_last', 'trainSize'],
      runs: readings('notmnist-layers', '500-500'),
    },
    {
      kind: 'accuracy',
      name: 'dropout',
      testSize: ['split_test_last', 'testSize'],
      trainSize: ['split_train_last', 'trainSize'],
      runs: readings('notmnist-dropout', 'dropout'),
    },
    {
      kind: 'table',
      name: 'models',
      columns: [
        { name: 'rate', headings: ['learning rate', 'lr'] },
        { name: 'batch', headings: ['batch size'] },
        { name: 'accuracy', headings: ['val accuracy', 'validation accuracy'] },
        { name: 'loss', headings: ['val loss', 'validation loss'] },
        { name: 'error', headings: ['val error', 'validation error'] },
      ],
      runs: {
        by: { rate: 'rate', batch: 'batch' },
        readings: ['0.0001', '0.001'].flatMap(rate),
        numbers: {
          accuracy: { of: 'validation', measure: 'accuracy' },
          loss: { of: 'validation', measure: 'loss' },
        },
        images: ['split_validation_last', 'validationSize'],
      },
    },
    {
      kind: 'table',
      name: 'split',
      columns: [{ name: 'train', headings: ['training'] }, { name: 'validation', headings: ['val'] }, { name: 'test' }],
    },
  ],
  checks: [
    {
      of: 'models',
      each: 'models',
      holds: 'accuracy + error = 100',
      says: 'an accuracy of {accuracy} and an error of {error} do not add up to 100 %.',
    },
    {
      of: 'models',
      each: 'models',
      holds: 'accuracy*validationSize/100 = floor(accuracy*validationSize/100)',
      says: 'no number of right answers out of the validation images gives {accuracy}.',
    },
  ],
  aliases: {
    ...Object.fromEntries(
      Object.entries({
        best: ['best model'],
        hidden: ['500 hidden units', 'hidden units 500'],
        layers: ['two hidden layers', '2 hidden layers', 'two layers'],
        dropout: ['dropout', 'drop out'],
      }).map(([field, models]) => [
        field,
        [...models, ...models.flatMap((model) => [`test accuracy ${model}`, `test error ${model}`])],
      ]),
    ),
    models: ['learning rates'],
  },
  asks: { models: { points: 5 }, best: { points: 5 } },
});
