import { defineProblem } from '../../src/working/problem.ts';
import { forms } from './forms.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

/** A confusion matrix of the student's own run: what it says, and whether what is said of it is so. */
export default defineProblem({
  id: 'confusion-matrix',
  title: 'A confusion matrix of your own',
  rounding: { exact: true },
  givens: { labels: digits },
  working: {},
  fields: [
    { kind: 'choice', name: 'rowsAre', options: { true: ['true classes', 'actual'], predicted: ['predictions'] } },
    {
      kind: 'matrix',
      name: 'matrix',
      labels: 'labels',
      rowsAre: 'rowsAre',
      aliases: { automobile: ['car'], airplane: ['plane'] },
      groups: {
        animals: ['bird', 'cat', 'deer', 'dog', 'frog', 'horse'],
        vehicles: ['airplane', 'automobile', 'ship', 'truck'],
      },
    },
    { kind: 'accuracy', name: 'accuracy', testSize: 'total', classes: 'classes' },
    { kind: 'pairs', name: 'mostConfused', of: 'matrix' },
    {
      kind: 'claims',
      name: 'claims',
      of: 'matrix',
      forms,
    },
  ],
  checks: [
    {
      of: 'accuracy',
      holds: 'accuracy = trace/total',
      says: 'Your matrix has {trace} of {total} on its diagonal, which is {right}; {accuracy} contradicts it.',
      needs: 'matrix',
      charged: true,
    },
  ],
  results: { 'test accuracy': { accuracy: 'accuracy', matrix: 'trace/total' } },
  aliases: {
    matrix: ['confusion matrix'],
    accuracy: ['test accuracy'],
    mostConfused: ['most confused', 'most confused pairs', 'confused most'],
  },
  asks: { accuracy: { points: 5 }, mostConfused: { points: 5 } },
});
