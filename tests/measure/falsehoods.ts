import { seeded } from '../support/random.ts';
import { judgeLines, rightLines } from './paper.ts';
import type { Subject } from './subjects.ts';
import { percent, table } from './table.ts';

type Random = () => number;
/** A wrong number that no slip has made. */
type Noise = (right: string, random: Random) => string;

const flip = (random: Random): number => (random() < 0.5 ? -1 : 1);

const near: Noise = (right, random) => {
  const [, fraction = ''] = right.split('.');
  const value = Number(right) || 10 ** -fraction.length;
  return (value * 2 ** (2 * random() - 1)).toFixed(fraction.length);
};

const digitsFrom = (right: string, from: number, random: Random): string =>
  [...right].map((ch, i) => (i >= from && /\d/.test(ch) ? String(Math.floor(random() * 10)) : ch)).join('');

const sameDigits: Noise = (right, random) => {
  const first = right.search(/[1-9]/);
  return digitsFrom(right, first < 0 ? right.length - 2 : first, random);
};

const lastDigits: Noise = (right, random) => digitsFrom(right, right.length - (flip(random) > 0 ? 2 : 3), random);

const noises: readonly [string, Noise][] = [
  ['near', near],
  ['same digits', sameDigits],
  ['last digits', lastDigits],
];

/** How often a random wrong number is given the name of a slip. */
export function falsehoods(subjects: readonly Subject[], trials: number, seed: number): string {
  const random = seeded(seed);
  const rows = subjects.flatMap((subject) =>
    subject.places.flatMap((places) =>
      (['final only', 'each line'] as const).map((where) => {
        const cells = noises.map(([, noise]) => rate(subject, places, where, noise, trials, random));
        return [subject.name, places, where, ...cells];
      }),
    ),
  );
  const head = ['working', 'places', 'wrong number', ...noises.map(([name]) => `${name}: named, %`)];
  return `${table(head, rows)}\n\nSeed ${seed}, ${trials} numbers a cell; in brackets the numbers judged wrong, which the share is of.`;
}

function rate(
  subject: Subject,
  places: number,
  where: 'final only' | 'each line',
  noise: Noise,
  trials: number,
  random: Random,
): string {
  const right = rightLines(subject, places);
  const names = where === 'final only' ? [subject.answer] : Object.keys(right);
  let named = 0;
  let wrong = 0;
  for (let i = 0; i < trials; i++) {
    const name = names[i % names.length] as string;
    const text = noise(right[name] as string, random);
    const lines = where === 'final only' ? {} : right;
    const verdict = judgeLines(subject, { ...lines, [name]: text }).get(name)?.verdict;
    if (verdict === 'slip') named++;
    if (verdict === 'slip' || verdict === 'wrong') wrong++;
  }
  return `${percent(named, wrong)} (${wrong})`;
}
