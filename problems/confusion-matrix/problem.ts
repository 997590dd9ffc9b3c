import { defineProblem } from '../../src/working/problem.ts';

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
      forms: [
        { says: '{a} is taken for {b} {n} times', holds: 'count(a, b) = n' },
        { says: '{a} has {n} misclassified as {b}', holds: 'count(a, b) = n' },
        {
          says: '{a} has {n} misclassified as {b} and {n2} as {c}',
          holds: 'count(a, b) = n and count(a, c) = n2',
        },
        { says: '{n} of {a} are taken for {b}', holds: 'count(a, b) = n' },
        { says: '{n} {a} are taken for {b}', holds: 'count(a, b) = n' },
        { says: '{n} images of {a} are taken for {b}', holds: 'count(a, b) = n' },
        { says: '{a} are never taken for {b}', holds: 'count(a, b) = 0' },
        { says: 'the network confuses {a} with {b} {n} times', holds: 'count(a, b) = n' },
        { says: '{a} is confused with {b} {n} times', holds: 'count(a, b) = n' },
        { says: '{a} and {b} are confused {n} times', holds: 'confused(a, b) = n' },
        { says: '{a} and {b} are confused most', holds: 'confused(a, b) = mostConfused' },
        { says: '{a} and {b} are confused most often', holds: 'confused(a, b) = mostConfused' },
        { says: '{a} are confused with {b} most', holds: 'confused(a, b) = mostConfused' },
        { says: '{a} are confused with {b} most often', holds: 'confused(a, b) = mostConfused' },
        { says: 'the most confused classes are {a} and {b}', holds: 'confused(a, b) = mostConfused' },
        { says: '{a} and {b} are often confused', holds: 'confused(a, b) > errors/(classes*(classes - 1)/2)' },
        { says: '{a} are taken for {b} more often than for {c}', holds: 'count(a, b) > count(a, c)' },
        {
          says: '{a} are taken for {b} and {c} more often than for {d}',
          holds: 'count(a, b) > count(a, d) and count(a, c) > count(a, d)',
        },
        {
          says: '{a} are confused with one another more often than with {b}',
          holds: 'count(a, a) > count(a, b)',
        },
        {
          says: '{a} are often confused with one another but seldom with {b}',
          holds: 'count(a, a) > count(a, b) and count(b, b) > count(b, a)',
        },
        {
          says: '{a} get classified more often as {b} and {c} than as {d}',
          holds: 'count(a, b) > count(a, d) and count(a, c) > count(a, d)',
        },
        { says: '{a} is recognised best', holds: 'recall(a) = bestRecall' },
        { says: '{a} has the highest recall', holds: 'recall(a) = bestRecall' },
        { says: '{a} has the lowest recall', holds: 'recall(a) = worstRecall' },
        { says: '{a} is recognised worst', holds: 'recall(a) = worstRecall' },
      ],
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
