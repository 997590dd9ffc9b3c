import { defineProblem } from '../../src/working/problem.ts';

const table = [
  { inputs: [0, 0], output: 0 },
  { inputs: [0, 1], output: 1 },
  { inputs: [1, 0], output: 1 },
  { inputs: [1, 1], output: 0 },
] as const;

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
      of: () => ({ none: 0, one: 1, two: 0, three: 0 }),
      pick: 'most',
      what: 'as the least number of hidden layers',
    },
  ],
  asks: { weights: { points: 4 }, hiddenLayers: { points: 1 } },
});
