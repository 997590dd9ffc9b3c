import { describe, expect, it } from 'vitest';
import { numbersIn, seenIn, withoutNews } from '../../src/marking/disclosure.ts';
import type { Mark } from '../../src/records/result.ts';

const marks = [
  { field: 'z1', given: '1.386', read: '1.386', expected: '1.368', name: 'the sum of the 1st neuron' },
  { field: 'kind', given: 'a tanh', expected: 'sigmoid' },
  { field: 'loss', given: 'cross-entropy', expected: 'cross-entropy' },
] as unknown as Mark[];
const seen = seenIn({ marks, givens: { w1: '0.750', w2: '-0.63' } }, { z1: ['0.9*0.75 + 1,100', '1.386'] });

describe('a sentence where the solution is not shown', () => {
  it.each([
    ['a number of the student’s', 'You wrote 1.386.'],
    ['a number in the work', 'You wrote 1100, from 0.9.'],
    ['a given, with other zeros', '`w1` is .75 and `w2` is −0.63.'],
    ['0, 1 and 2', 'Twice 1 is 2 and not 0.'],
    ['a count of places', 'Write 4 places, or 3 significant digits.'],
    ['a place by its number', 'The 5th place is missing.'],
    ['a count of slips', '12 other slips give the number.'],
    ['the digit of a name', '`w17` stands where `w23` belongs.'],
    ['an answer that the student gave as well', 'cross-entropy is the loss.'],
  ])('may hold %s', (_, text) => expect(withoutNews(text, seen)).toBe(text));

  it.each([
    ['the right value', 'It is 1.368.'],
    ['a number that leads to it', 'You added 0.693.'],
    ['how near the number is', 'Your number agrees to 2 places.'],
    ['how near it is, to one place', 'It agrees to 1 place.'],
    ['an answer in words', 'A sigmoid belongs there.'],
    ['a number of places as a number', 'It is 4.'],
  ])('is left out if it holds %s', (_, text) => expect(withoutNews(text, seen)).toBeUndefined());

  it('may be none', () => expect(withoutNews(undefined, seen)).toBeUndefined());
});

it('the same number in two forms is one', () =>
  expect(numbersIn('−0.50, .5 and 5e-1; w5, 1,154,560.')).toEqual(['0.5', '0.5', '0.5', '1154560']));
