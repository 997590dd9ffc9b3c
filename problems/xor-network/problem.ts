import { defineProblem } from '../../src/working/problem.ts';

const table = [
  { inputs: [0, 0], output: 0 },
  { inputs: [0, 1], output: 1 },
  { inputs: [1, 0], output: 1 },
  { inputs: [1, 1], output: 0 },
] as const;

/** Does one unit compute a table of two inputs? Small weights are enough to try all the units that there are. */
function isSeparable(rows: typeof table): boolean {
  const weights = [-2, -1, 0, 1, 2];
  const biases = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5];
  return weights.some((v) =>
    weights.some((w) =>
      biases.some((b) => rows.every(({ inputs: [x, y], output }) => Number(v * x + w * y + b > 0) === output)),
    ),
  );
}

/** One hidden layer computes any table; none computes what one unit does. */
const least = isSeparable(table) ? 0 : 1;

/** A network that computes XOR, in any way: it is run on all four inputs. No network without a hidden layer can. */
export default defineProblem({
  id: 'xor-network',
  title: 'A network for XOR',
  rounding: { exact: true },
  givens: { activation: 'step' },
  working: {},
  fields: [
    { kind: 'weights', name: 'weights', activation: 'activation', table },
    {
      kind: 'choice',
      name: 'hiddenLayers',
      options: { none: ['0', 'zero'], one: ['1'], two: ['2'], three: ['3'] },
      of: () => ({ none: Number(least === 0), one: Number(least === 1), two: 0, three: 0 }),
      pick: 'most',
      what: 'as the least number of hidden layers',
    },
  ],
  asks: { weights: { points: 4 }, hiddenLayers: { points: 1 } },
});
