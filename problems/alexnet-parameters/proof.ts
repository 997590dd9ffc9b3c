import { type CountedLayer, countLayers } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';
import { needed, tensorCounts } from '../tensor-counts.ts';

/** Filters, kernel, stride, padding and the layers that see only their own half. */
function layers(givens: Record<string, unknown>): CountedLayer[] {
  const n = (name: string) => Number(givens[name]);
  const pool = (name: string): CountedLayer => ({ name, kind: 'pool', window: 3, stride: 2 });
  const conv = (name: string, window: number, padding: number, groups: number, stride = 1): CountedLayer => ({
    name,
    kind: 'conv',
    outputs: n(`${name}.filters`),
    window,
    padding,
    groups,
    stride,
  });
  return [
    conv('conv1', 11, 2, 1, 4),
    pool('pool1'),
    conv('conv2', 5, 2, 2),
    pool('pool2'),
    conv('conv3', 3, 1, 1),
    conv('conv4', 3, 1, 2),
    conv('conv5', 3, 1, 2),
    pool('pool5'),
    ...['fc6', 'fc7', 'fc8'].map((name): CountedLayer => ({ name, kind: 'fc', outputs: n(`${name}.units`) })),
  ];
}

const counting = (givens: Record<string, unknown>): Record<string, string> =>
  countLayers({ side: Number(givens['input.size']), depth: Number(givens['input.depth']) }, layers(givens));

/** A grouped convolution is two towers, each on half of the maps: built as such. */
function tensors(givens: Record<string, unknown>): Record<string, string> | undefined {
  const n = (name: string) => Number(givens[name]);
  const tower = (name: string, depth: string, kernelSize: number, towers: number) =>
    tensorCounts(
      [kernelSize, kernelSize, n(depth) / towers],
      [{ name, kind: 'conv2d', options: { filters: n(`${name}.filters`) / towers, kernelSize } }],
    );
  const towers = [
    { name: 'conv1', of: 1, made: tower('conv1', 'input.depth', 11, 1) },
    { name: 'conv2', of: 2, made: tower('conv2', 'conv1.filters', 5, 2) },
    { name: 'conv3', of: 1, made: tower('conv3', 'conv2.filters', 3, 1) },
    { name: 'conv4', of: 2, made: tower('conv4', 'conv3.filters', 3, 2) },
    { name: 'conv5', of: 2, made: tower('conv5', 'conv4.filters', 3, 2) },
  ];
  const dense = tensorCounts([n('fc7.units')], [{ name: 'fc8', kind: 'dense', options: { units: n('fc8.units') } }]);
  if (!dense || towers.some(({ made }) => !made)) return undefined;
  const small = dense.fc8 === undefined ? {} : { fc8: dense.fc8 };
  return {
    ...Object.fromEntries(towers.map(({ name, of, made }) => [name, String(of * Number(made?.[name]))])),
    ...small,
  };
}

export default [
  { method: 'counting weight by weight', values: counting },
  { method: 'the weights of the built layers', needs: needed, values: tensors },
] satisfies readonly Proof[];
