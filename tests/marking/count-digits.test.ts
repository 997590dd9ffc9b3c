import { expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { markProblem } from '../../src/marking/problem.ts';

function verdictOf(problem: string, field: string, value: string): string {
  const assignment = loadAssignment({ id: 'x', title: 'X', problems: [{ problem }] }, problems);
  const [loaded] = assignment.problems;
  const marks = loaded ? markProblem(loaded, { [field]: value }, assignment).marks : [];
  return marks.find((mark) => mark.field === field)?.verdict ?? 'none';
}

// LeNet has 61706 parameters, VGG-16 138357544, C5 of LeNet 48120.
it.each([
  [
    'lenet-parameters',
    'total',
    'correct',
    ['61706', '61,706', '61 706', '61.706k', '6.1706e4', '0.061706 M', '61706 ≈ 62k'],
  ],
  [
    'lenet-parameters',
    'total',
    'rounding',
    ['61700', '61,700', '61.7k', '61.7 K', '6.17e4', '0.0617 million', '61.70k'],
  ],
  ['lenet-parameters', 'total', 'rounding', ['61710', '61.71k', '6.171e4']],
  ['lenet-parameters', 'total', 'slip', ['60000', '60k', '6e4', '6 × 10^4', '60 thousand']],
  ['lenet-parameters', 'total', 'rounding', ['62000', '62k', '6.2e4']],
  ['lenet-parameters', 'C5', 'slip', ['48000', '48k', '4.8e4', '48,000']],
  ['vgg16-parameters', 'total', 'rounding', ['138M', '0.138 billion', '138,000,000', '1.38e8']],
  // One digit agrees with too many counts.
  ['vgg16-parameters', 'total', 'review', ['100M', '1e8', '100,000,000', '1×10^8']],
  // F6, 10164, rounded to 10200 on the way; C5 and F6 to three digits; fc6 of AlexNet to 37.8 million.
  ['lenet-parameters', 'total', 'rounding', ['61742', '61722']],
  ['alexnet-parameters', 'total', 'rounding', ['61012392']],
  ['vgg16-parameters', 'total', 'rounding', ['140M', '1.4e8', '140 000 000']],
])('%s %s is %s, however it is written: %j', (problem, field, verdict, texts) => {
  expect(texts.map((text) => [text, verdictOf(problem, field, text)])).toEqual(texts.map((text) => [text, verdict]));
});
