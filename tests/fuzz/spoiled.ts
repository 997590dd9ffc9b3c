import fc from 'fast-check';
import { problems } from '../../problems/index.ts';
import { keyOf } from '../../src/working/key.ts';
import type { Problem } from '../../src/working/problem.ts';

/** How many times more than in CI: `npm run fuzz`. */
export const times = Number(process.env.GRADCHECK_FUZZ ?? '1');

/** Every problem with lines, its fields and the key of each, to 12 significant digits and at the stated rounding. */
export const subjects = problems
  .filter((problem) => problem.work(problem.givens).lines.length > 0)
  .map((problem) => {
    const key = keyOf(problem.work(problem.givens));
    const values = [...key].map(([field, { exact, stated }]) => ({
      field,
      exact: exact.toSignificantDigits(12).toFixed(),
      stated: stated.toSignificantDigits(12).toFixed(),
    }));
    return { id: problem.id, problem, values };
  });

/** What people make of a right value: another sign, point, order or number of digits, arithmetic that does not hold. */
export const spoilings = (text: string): readonly string[] => {
  const digits = [...text];
  const at = digits.findLastIndex((one) => /\d/.test(one));
  const last = String((Number(digits[at] ?? 0) + 1) % 10);
  return [
    text,
    `-${text}`,
    `1${text}`,
    text.slice(0, -1),
    text.slice(0, 5),
    text.slice(0, 3),
    `${text.slice(0, 4)}0`,
    text.replace('.', ''),
    `0.${text.replace(/\D/g, '')}`,
    text.replace(/(\d)(\d)(\D*)$/, '$2$1$3'),
    digits.map((one, i) => (i === at ? last : one)).join(''),
    `2*3 = ${text}`,
    `${text} + 0.001 = ${text}`,
    `${text} = 7`,
    '0.5',
    '0',
    '1 + 1 = 3',
    'about 0.7',
    '1/0',
    '?',
  ];
};

type Answers = Record<string, string>;

/** Papers in which some answers are right and others spoiled. */
export function spoiledPapers({ values }: (typeof subjects)[number]): fc.Arbitrary<Answers> {
  const answer = ({ exact, stated }: (typeof values)[number]) =>
    fc.oneof(fc.constant(stated), fc.constantFrom(...spoilings(stated)), fc.constantFrom(...spoilings(exact)));
  const some = Object.fromEntries(values.map((value) => [value.field, answer(value)]));
  return fc.record(some, { requiredKeys: [] }).map((answers) => answers as Answers);
}

/** Fewer where the problem is large: explaining every line of one takes long. */
export const runsFor = ({ values }: { values: readonly unknown[] }, runs: number): number =>
  Math.max(1, Math.ceil((runs * times) / (values.length > 12 ? 10 : 1)));

export const textsOfGivens = (problem: Problem): string => JSON.stringify(problem.givens);
