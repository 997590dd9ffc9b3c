import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../src/reading/value.ts';
import { marked } from '../support/marked.ts';

/** What a report says of its own run, and what becomes of each answer. The verdicts were written down before the program saw them. */
function verdicts(problem: string, answers: Record<string, AnswerValue>, givens?: Record<string, readonly string[]>) {
  return Object.fromEntries(
    Object.values(marked(problem, answers, givens)).map(({ field, verdict }) => [field, verdict]),
  );
}

const labels = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];
/** 775 of 1,000 right; true classes by row. */
const matrix = `80 2 5 1 1 0 1 1 7 2
1 88 0 0 0 0 1 0 3 7
4 0 70 6 7 6 5 1 1 0
2 1 6 58 5 20 5 2 1 0
1 0 7 5 74 4 4 5 0 0
1 0 5 18 4 67 1 4 0 0
0 1 4 5 3 2 84 0 1 0
1 0 2 3 5 6 0 82 0 1
5 3 1 1 0 0 0 0 88 2
2 8 0 1 0 0 1 1 3 84`;

describe('an accuracy beside a matrix with 775 of 1,000 on its diagonal', () => {
  it.each([
    ['77.5 %', 'consistent'],
    ['0.7750', 'consistent'],
    ['775/1000', 'consistent'],
    ['78 %', 'consistent'],
    ['77 %', 'consistent'],
    ['77.6%', 'inconsistent'],
    ['77.4%', 'inconsistent'],
    ['77.51%', 'inconsistent'],
    // The error in its place.
    ['22.5 %', 'consistent'],
    ['22.6 %', 'inconsistent'],
  ])('%s is %s', (accuracy, verdict) => {
    expect(verdicts('confusion-matrix', { matrix, accuracy }, { labels }).accuracy).toBe(verdict);
  });
});

describe('a claim of that matrix', () => {
  it.each([
    ['cats and dogs are confused most', 'correct'],
    ['Cats are confused with dogs the most', 'correct'],
    ['cat is taken for dog 20 times', 'correct'],
    ['20 cats were misclassified as dogs', 'correct'],
    ['20 of cat are taken for dog', 'correct'],
    ['The network confuses cats with dogs 20 times', 'correct'],
    ['frogs are never taken for airplanes', 'correct'],
    ['birds are taken for dogs more often than for airplanes', 'correct'],
    ['birds are taken for airplanes more often than for dogs', 'wrong'],
    ['animals are confused with one another more often than with vehicles', 'correct'],
    ['deer and horse are confused 10 times', 'correct'],
    ['deer and horse are confused 11 times', 'wrong'],
    ['The class cat has the lowest recall', 'correct'],
    ['frog is recognized best', 'wrong'],
    ['count(cat, dog) > count(dog, cat)', 'correct'],
    ['recall(cat) < 0.6', 'correct'],
    ['precision(cat) = 0.59', 'correct'],
    ['precision(cat) = 0.6', 'correct'],
    ['precision(cat) = 0.60', 'wrong'],
    ['The weather is nice', 'review'],
  ])('%s: %s', (claim, verdict) => {
    const answers = { matrix, claims: [claim], rowsAre: 'true classes' };
    expect(verdicts('confusion-matrix', answers, { labels }).claims).toBe(verdict);
  });
});

describe('a log', () => {
  it.each([
    [
      'epoch averages of Keras are no counts of a batch',
      'loss: 0.3012 - accuracy: 0.9133 - val_loss: 0.12 - val_accuracy: 0.966',
      'consistent',
    ],
    ['an epoch of all its steps is none either', '600/600 - 3s - loss: 0.3012 - accuracy: 0.9133', 'consistent'],
    ['a batch of 100 has no 0.915', 'cost = 0.3 training_percent = 0.915', 'inconsistent'],
    ['each error costs at least ln 2', 'cost = 0.01 training_percent = 0.90', 'inconsistent'],
  ])('%s', (_, log, verdict) => {
    expect(verdicts('lenet-training', { testAccuracy: '97 %', log }).log).toBe(verdict);
  });
});

describe('cells of one array together', () => {
  const sums = '[[4, 2], [2, 1]], [[2, 4], [1, 2]], [[1, 2], [2, 4]], [[2, 1], [4, 2]]';

  it('prove a slip that each alone does not', () => {
    expect(verdicts('pooling', { average: sums }).average).toBe('slip');
  });

  it('prove nothing where they are not alike', () => {
    expect(
      verdicts('pooling', { average: sums.replace('[[4, 2], [2, 1]]', '[[4, 0.5], [0.5, 0.25]]') }).average,
    ).not.toBe('correct');
  });
});
