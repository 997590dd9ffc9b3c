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

describe('a claim of rates, counts and extremes, rows being the true classes', () => {
  const small = { matrix: '40 7 3\n10 35 5\n2 4 44', rowsAre: 'true' };
  it.each([
    ['The macro-averaged F1 score is 0.7921', 'correct'],
    ['the macro F1 is 0.80', 'wrong'],
    ['micro F1 = 0.793', 'correct'],
    ['the weighted F1 is 0.792', 'correct'],
    ['balanced accuracy is 79.3%', 'correct'],
    ['the recall of dog is 70%', 'correct'],
    ['the recall of dog is 0.75', 'wrong'],
    ['cat recall is 80 percent', 'correct'],
    ['precision(dog) = 76%', 'correct'],
    ['31 images are misclassified', 'correct'],
    ['30 images are misclassified', 'wrong'],
    ['119 of 150 images are classified correctly', 'correct'],
    ['there are 50 images of each class', 'correct'],
    ['cats and dogs are the most confused pair', 'correct'],
    ['The network most often mistakes dogs for cats.', 'correct'],
    ['Seven cats were predicted to be dogs', 'correct'],
    ['no bird is taken for a cat', 'wrong'],
    ['Dogs are the hardest class to recognise', 'correct'],
    // Of all mistakes, or of those with cats?
    ['cats are taken for dogs most often', 'review'],
    ['150 images were classified', 'review'],
  ])('%s: %s', (claim, verdict) => {
    expect(verdicts('confusion-matrix', { ...small, claims: [claim] }, { labels: ['cat', 'dog', 'bird'] }).claims).toBe(
      verdict,
    );
  });
});

describe('a matrix with what people write around it', () => {
  const labels = ['cat', 'dog', 'bird'];
  it.each([
    ['totals', '40 7 3 50\n10 35 5 50\n2 4 44 50\n52 46 52 150', 'consistent', '119 of 150'],
    ['a total that is none', '40 7 3 50\n10 35 5 51\n2 4 44 50\n52 46 52 150', 'inconsistent', 'row 2'],
    ['labels and a row of totals', 'cat 40 7 3\ndog 10 35 5\nbird 2 4 44\ntotal 52 46 52', 'consistent', '119 of 150'],
    [
      'heads',
      '| | cat | dog | bird | total |\n|---|---|---|---|---|\n| cat | 40 | 7 | 3 | 50 |\n| dog | 10 | 35 | 5 | 50 |\n| bird | 2 | 4 | 44 | 50 |',
      'consistent',
      '119 of 150',
    ],
    ['a tensor', 'tensor([[40., 7., 3.], [10., 35., 5.], [2., 4., 44.]])', 'consistent', '119 of 150'],
  ])('%s', (_, matrix, verdict, says) => {
    expect(marked('confusion-matrix', { matrix }, { labels }).matrix).toMatchObject({
      verdict,
      says: expect.stringContaining(says),
    });
  });

  it('classes in another order', () => {
    const matrix =
      '| | dog | cat | bird |\n|---|---|---|---|\n| dog | 35 | 10 | 5 |\n| cat | 7 | 40 | 3 |\n| bird | 4 | 2 | 44 |';
    const answers = { matrix, rowsAre: 'true', claims: ['cats are mistaken for dogs 7 times'] };
    expect(verdicts('confusion-matrix', answers, { labels }).claims).toBe('correct');
  });
});

describe('cells of one array together', () => {
  const average = '[[1,0.5],[0.5,0.25]], [[0.5,1],[0.25,0.5]], [[0.25,0.5],[0.5,1]], [[0.5,0.25],[1,0.5]]';
  const ones = '[[1,1],[1,1]], [[1,1],[1,1]], [[1,1],[1,1]], [[1,1],[1,1]]';

  it.each([
    ['exchanged, charged once', { average: ones, max: average }, ['slip', 'carried']],
    ['the maximum twice', { average: ones, max: ones }, ['slip', 'correct']],
  ])('%s', (_, answers, expected) => {
    const found = verdicts('pooling', answers);
    expect([found.average, found.max]).toEqual(expected);
  });

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
