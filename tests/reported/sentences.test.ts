import { describe, expect, it } from 'vitest';
import { classNames } from '../../src/reported/classes.ts';
import { formsOf } from '../../src/reported/sentences.ts';

const names = classNames({
  labels: ['cat', 'dog', 'automobile'],
  aliases: { automobile: ['car'] },
  groups: { animals: ['cat', 'dog'], strangers: ['unicorn'] },
});
const forms = [
  { says: '{a} is taken for {b} {n} times', holds: 'count(a, b) = n' },
  { says: '{a} has {n} misclassified as {b}', holds: 'count(a, b) = n' },
  { says: '{a} and {b} are confused most', holds: 'confused(a, b) = mostConfused' },
];
const slots = (sentence: string) => formsOf(sentence, forms, names).map((said) => Object.fromEntries(said.slots));

describe('a sentence in a form', () => {
  it.each([
    ['The cat is taken for the dog 3 times.', [{ a: 1, b: 2, n: 3 }]],
    ['Class cat is taken for class dog two times', [{ a: 1, b: 2, n: 2 }]],
    ['cars has no misclassified as cats', [{ a: 3, b: 1, n: 0 }]],
    ['Cats and dogs are confused most!', [{ a: 1, b: 2 }]],
    ['animals and cars are confused most', [{ a: -1, b: 3 }]],
    ['Cats and dogs are not confused most', []],
    ['Hardly ever: cats and dogs are confused most', []],
    ['unicorns and cats are confused most', []],
    ['cat is taken for dog -3 times', []],
    ['cat is taken for dog 3.5 times', []],
  ])('%s', (sentence, found) => expect(slots(sentence)).toEqual(found));
});
