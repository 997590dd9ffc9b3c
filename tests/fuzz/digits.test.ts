import { describe, expect, it, test } from 'vitest';
import { problems } from '../../problems/index.ts';
import { type LoadedAssignment, loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { selfCheck } from '../../src/marking/self-check/self-check.ts';
import { subjects } from './spoiled.ts';

const loaded = new Map<string, LoadedAssignment>();
function loadedOnce(id: string): LoadedAssignment {
  const one = loaded.get(id) ?? loadAssignment({ id: 'a', title: 'A', problems: [{ problem: id }] }, problems);
  loaded.set(id, one);
  return one;
}

/** All that is told of one answer at every level, the answer itself left out; and whether the paper earns that hint. */
function asked(id: string, field: string, answer: string): { told: string; earned: boolean } {
  const assignment = loadedOnce(id);
  const submission = { assignment: 'a', student: 's', hash: '', answers: { [id]: { [field]: answer } } };
  const result = gradePaper(assignment, submission);
  const mark = result.problems[0]?.marks.find((one) => one.field === field);
  const levels = ([1, 2, 3] as const).map((level) => selfCheck(result, submission, level).problems);
  // A legal value is right, and a wrong step that the digits prove may be hinted at, near or far from the key.
  const [slip] = mark?.slips ?? [];
  const isCopy = /written down|decimal point/.test(slip?.says ?? '');
  const isStep = mark?.verdict === 'slip' && !isCopy;
  return { told: JSON.stringify(levels).replaceAll(answer, '#'), earned: mark?.verdict === 'correct' || isStep };
}

/** A key known as far as `at`, then each digit, then zeros to the places asked for: 0.7000, 0.8000; 0.7900 … */
function guesses(key: string, at: number): string[] {
  const rest = key.slice(at + 1).replace(/\d/g, '0');
  return [...'0123456789'].map((digit) => key.slice(0, at) + digit + rest).filter((guess) => Number(guess) !== 0);
}

/** Large networks are left out: each question takes long. */
const small = subjects.filter(({ values }) => values.length <= 12);

describe.each(small.map((subject) => [subject.id, subject] as const))('the self-check of %s', (id, { values }) => {
  it.each(values)('tells no digit of $field before the last one asked for', ({ field, stated }) => {
    const unlike: string[] = [];
    for (let at = stated.search(/[1-9]/); at < stated.length - 1; at++) {
      if (stated[at] === '.') continue;
      const heard = guesses(stated, at).flatMap((guess) => {
        const { told, earned } = asked(id, field, guess);
        return earned ? [] : [told];
      });
      if (new Set(heard).size > 1) unlike.push(`the digit at ${at} of ${stated}`);
    }
    expect(unlike).toEqual([]);
  });
});

test.each([
  ['zeros added', 'a1', ['0.8000', '0.7970', '0.7000', '0.8', '0.1']],
  ['with another sign', 'a1', ['-0.8000', '-0.7970', '-0.7000']],
  ['cut off', 'dL_dyhat', ['0.29', '0.2900', '0.19', '0.1900']],
])('near and far sound alike: %s', (_, field, answers) => {
  expect(new Set(answers.map((answer) => asked('backprop-by-hand', field, answer).told)).size).toBe(1);
});
