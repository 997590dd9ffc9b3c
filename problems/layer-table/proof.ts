import { type CountedLayer, countLayers, type Extent } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';
import { needed, type TensorLayer, tensorCounts } from '../tensor-counts.ts';

type Stated = Record<string, string>;

/** The lists that the loops can follow: convolutions, poolings and dense layers on a square input. */
function layers(stated: readonly Stated[]): CountedLayer[] {
  return stated.map((layer, i) => {
    const n = (name: string): number | undefined => (layer[name] === undefined ? undefined : Number(layer[name]));
    const outputs = n('filters') ?? n('units');
    const window = n('kernel') ?? n('window') ?? 1;
    const stride = n('stride') ?? (layer.type === 'pool' ? window : 1);
    const kind = layer.type as CountedLayer['kind'];
    const rest = { stride, padding: n('padding') ?? 0, groups: n('groups') ?? 1 };
    return { name: `layer${i + 1}`, kind, window, ...rest, ...(outputs !== undefined && { outputs }) };
  });
}

function counting(givens: Record<string, unknown>): Record<string, string> {
  const [side = '0', , depth = '0'] = givens.input as string[];
  const list = givens.layers as Stated[];
  const input: Extent = { side: Number(side), depth: Number(depth) };
  const found = countLayers(input, layers(list), true);
  let maps = depth;
  list.forEach((layer, i) => {
    maps = layer.filters ?? layer.units ?? maps;
    found[`layer${i + 1}.depth`] = maps;
  });
  return found;
}

/** The same list as layers of TensorFlow.js; groups it does not have. */
function tensors(givens: Record<string, unknown>): Record<string, string> | undefined {
  const list = (givens.layers as Stated[]).map((layer, i): TensorLayer => {
    const name = `layer${i + 1}`;
    const n = (of: string) => Number(layer[of]);
    const stride = Number(layer.stride ?? layer.window ?? 1);
    if (layer.type === 'fc') return { name, kind: 'dense', options: { units: n('units') } };
    if (layer.type === 'pool')
      return { name, kind: 'maxPooling2d', options: { poolSize: n('window'), strides: stride } };
    const options = { filters: n('filters'), kernelSize: n('kernel'), strides: stride };
    return { name, kind: 'conv2d', options, padding: Number(layer.padding ?? 0) };
  });
  return tensorCounts((givens.input as string[]).map(Number), list);
}

export default [
  { method: 'counting weight by weight', values: counting },
  { method: 'the weights of the built network', needs: needed, values: tensors },
] satisfies readonly Proof[];
