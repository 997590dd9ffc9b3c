import backprop from '../../problems/backprop-by-hand/problem.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import { written } from '../measure/worked.ts';
import { pick, seeded } from '../support/random.ts';

const working = backprop.work({});
const early = mutantsOf(working).filter(({ step }) => ['z1', 'a1', 'z2', 'a2', 'z3'].includes(step));

type Random = () => number;
type Lines = Record<string, string>;

/** Students of one sort; no two alike, because their places, their carrying and their slips differ. */
export const sorts: readonly { readonly name: string; readonly lines: (random: Random) => Lines }[] = [
  { name: 'all right', lines: (random) => rightly(random, new Map()) },
  { name: 'one early slip', lines: (random) => rightly(random, pick(random, early).trees) },
  { name: 'all wrong', lines: wrongly },
];

const rightly = (random: Random, trees: Parameters<typeof written>[1]): Lines =>
  written(working, trees, 4 + Math.floor(random() * 3), random() < 0.5);

function wrongly(random: Random): Lines {
  const off = (text: string): string => {
    const places = text.split('.')[1]?.length ?? 0;
    return (Number(text) * (0.3 + 1.4 * random()) + 0.02 * (random() - 0.5)).toFixed(places);
  };
  return Object.fromEntries(Object.entries(rightly(random, new Map())).map(([name, text]) => [name, off(text)]));
}

/** Submissions as they are handed in: JSON texts. */
export function submissions(lines: (random: Random) => Lines, count: number, seed: number): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) =>
    JSON.stringify({ assignment: 'bench', student: `s-${i}`, answers: { 'backprop-by-hand': lines(random) } }),
  );
}
