import { findFunction } from '../../expressions/functions/index.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { WeightsField } from '../../working/field.ts';
import { type Kind, type MarkingPlace, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { type Layer, readLayers } from './read.ts';

/** The weights of a small network, run on every input: any network that computes the table is right. */
export const weights: Kind<WeightsField, readonly Layer[]> = {
  kind: 'weights',
  noun: 'the weights of a network',
  read(value: AnswerValue, { table }): Reading<readonly Layer[]> {
    if (isBlank(value)) return { kind: 'blank' };
    const found = readLayers(value);
    if (!found.ok) return { kind: 'unreadable', reason: found.reason };
    const inputs = table[0]?.inputs.length ?? 0;
    if (found.value[0]?.weights[0]?.length !== inputs)
      return {
        kind: 'unreadable',
        reason: `the first layer takes ${found.value[0]?.weights[0]?.length} inputs, not ${inputs}`,
      };
    if (found.value.at(-1)?.biases.length !== 1)
      return { kind: 'unreadable', reason: 'the last layer has more than one unit' };
    return { kind: 'read', value: found.value };
  },
  numbers: noNumbers,
  mark: markWeights,
  about: () => ({}),
};

function markWeights(
  layers: readonly Layer[],
  { activation, table }: WeightsField,
  { working }: MarkingPlace,
): Outcome {
  const said = String(working.data?.get(activation) ?? activation);
  const fn = findFunction(said);
  if (!fn) throw new Error(`the activation "${said}" is no function`);
  const read = layers
    .map(({ weights: rows, biases }) => rows.map((row, i) => `(${row.join(', ')}) + ${biases[i]}`).join('; '))
    .join('\n');
  for (const { inputs, output } of table) {
    const z = outputOf(layers, inputs, fn.float);
    const fires = isOn(z, said) ? 1 : 0;
    if (fires !== output) {
      const says = `For the inputs ${inputs.join(', ')} your output unit gets ${Number(z.toPrecision(6))}, so it says ${fires}; it should say ${output}.`;
      return { read, verdict: 'wrong', earns: 0, says };
    }
  }
  return { read, verdict: 'correct', earns: 1 };
}

/** Does a unit with this input say 1? A step at 0 says what the function says; ReLU and a plain sum say it above a half. */
function isOn(z: number, activation: string): boolean {
  if (activation === 'step') return findFunction('step')?.float(z) === 1;
  return activation === 'relu' || activation === 'linear' ? z > 0.5 : z > 0;
}

/** What the output unit gets, before its own activation. */
function outputOf(layers: readonly Layer[], inputs: readonly number[], activate: (x: number) => number): number {
  let values = [...inputs];
  for (const [i, { weights: rows, biases }] of layers.entries()) {
    const sums = rows.map((row, unit) => row.reduce((sum, w, j) => sum + w * (values[j] ?? 0), biases[unit] ?? 0));
    if (i === layers.length - 1) return sums[0] ?? 0;
    values = sums.map((sum) => activate(sum));
  }
  return 0;
}
