import { defineProblem } from '../../src/working/problem.ts';
import { band, readings } from '../bands/index.ts';

/** What the question leaves open beside its recipe. */
const constant = 'in which the learning rate does not fall';
const momentum = 'with momentum 0.9';

/** A row of the table: accuracy and loss are held against the recipe and every other reading together. */
const rate = (value: string) =>
  readings('notmnist-readings', `rate-${value}`, {
    [constant]: `rate-${value}-constant`,
    [momentum]: `rate-${value}-momentum`,
  });

/** The test accuracy of a model: more seeds were run of the recipe as stated. */
const accuracy = (
  name: string,
  stated: readonly [task: string, run: string],
  others: Readonly<Record<string, string>>,
) =>
  ({
    kind: 'accuracy',
    name,
    testSize: ['split_test_last', 'testSize'],
    trainSize: ['split_train_last', 'trainSize'],
    classes: 'classes',
    runs: [
      { band: band(...stated) },
      ...Object.entries(others).map(([when, run]) => ({ when, band: band('notmnist-readings', run) })),
    ],
  }) as const;

/** Fully connected networks on notMNIST: the test accuracies of the best model and of its variations. */
export default defineProblem({
  id: 'notmnist-mlp',
  title: 'Fully connected networks on notMNIST',
  rounding: { exact: true },
  givens: { trainSize: '15000', validationSize: '1000', testSize: '2720', classes: '10' },
  working: {},
  fields: [
    accuracy('best', ['notmnist-rates', 'rate-0.05'], {
      [constant]: 'rate-0.05-constant',
      [momentum]: 'rate-0.05-momentum',
    }),
    accuracy('hidden', ['notmnist-hidden', '500'], {
      [constant]: 'hidden-500-constant',
      [momentum]: 'hidden-500-momentum',
    }),
    accuracy('layers', ['notmnist-layers', '500-500'], {
      [constant]: 'layers-500-500-constant',
      [momentum]: 'layers-500-500-momentum',
    }),
    accuracy('dropout', ['notmnist-dropout', 'dropout'], { [constant]: 'dropout-constant' }),
    {
      kind: 'table',
      name: 'models',
      columns: [
        { name: 'rate', headings: ['learning rate', 'lr'] },
        { name: 'batch', headings: ['batch size'] },
        { name: 'accuracy', of: 'share', headings: ['val accuracy', 'validation accuracy'] },
        { name: 'loss', headings: ['val loss', 'validation loss'] },
        { name: 'error', of: 'share', headings: ['val error', 'validation error'] },
      ],
      runs: {
        by: { rate: 'rate', batch: 'batch' },
        readings: ['0.0001', '0.001', '0.05'].flatMap(rate),
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
      holds: 'accuracy + error = 1',
      says: 'an accuracy of {accuracy} and an error of {error} do not add up to 100 %.',
    },
    {
      of: 'models',
      each: 'models',
      holds: 'accuracy*validationSize = floor(accuracy*validationSize)',
      says: 'no number of right answers out of the validation images gives {accuracy}.',
    },
    {
      of: 'models',
      each: 'models',
      holds: 'loss >= 0.9*(1 - accuracy)*ln(2)',
      says: 'with an accuracy of {accuracy} the loss cannot be {loss}: each error costs at least ln 2.',
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
