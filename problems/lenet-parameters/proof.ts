import { type CountedLayer, countLayers } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';
import { needed, tensorCounts } from '../tensor-counts.ts';

/** The layers as the figure of the paper shows them. */
function layers(givens: Record<string, unknown>): CountedLayer[] {
  const n = (name: string) => Number(givens[name]);
  return [
    { name: 'C1', kind: 'conv', outputs: n('C1.filters'), window: n('C1.kernel') },
    { name: 'S2', kind: 'pool', window: n('S2.window'), stride: n('S2.stride') },
    { name: 'C3', kind: 'conv', outputs: n('C3.filters'), window: n('C3.kernel') },
    { name: 'S4', kind: 'pool', window: n('S4.window'), stride: n('S4.stride') },
    { name: 'C5', kind: 'fc', outputs: n('C5.units') },
    { name: 'F6', kind: 'fc', outputs: n('F6.units') },
    { name: 'output', kind: 'fc', outputs: n('output.units') },
  ];
}

const counting = (givens: Record<string, unknown>): Record<string, string> =>
  countLayers({ side: Number(givens['input.size']), depth: Number(givens['input.depth']) }, layers(givens), true);

function tensors(givens: Record<string, unknown>): Record<string, string> | undefined {
  const n = (name: string) => Number(givens[name]);
  const side = n('input.size');
  return tensorCounts(
    [side, side, n('input.depth')],
    [
      { name: 'C1', kind: 'conv2d', options: { filters: n('C1.filters'), kernelSize: n('C1.kernel') } },
      { name: 'S2', kind: 'maxPooling2d', options: { poolSize: n('S2.window'), strides: n('S2.stride') } },
      { name: 'C3', kind: 'conv2d', options: { filters: n('C3.filters'), kernelSize: n('C3.kernel') } },
      { name: 'S4', kind: 'maxPooling2d', options: { poolSize: n('S4.window'), strides: n('S4.stride') } },
      { name: 'C5', kind: 'dense', options: { units: n('C5.units') } },
      { name: 'F6', kind: 'dense', options: { units: n('F6.units') } },
      { name: 'output', kind: 'dense', options: { units: n('output.units') } },
    ],
  );
}

export default [
  { method: 'counting weight by weight', values: counting },
  { method: 'the weights of the built network', needs: needed, values: tensors },
] satisfies readonly Proof[];
