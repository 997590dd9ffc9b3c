import { type CountedLayer, countLayers } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';
import { needed, type TensorLayer, tensorCounts } from '../tensor-counts.ts';

/** After these convolutions the maps are halved. */
const halved = [2, 4, 7, 10, 13];

function layers(givens: Record<string, unknown>): CountedLayer[] {
  const list: CountedLayer[] = [];
  for (let i = 1; i <= 13; i++) {
    list.push({ name: `conv${i}`, kind: 'conv', outputs: Number(givens[`conv${i}.filters`]), window: 3, padding: 1 });
    const block = halved.indexOf(i) + 1;
    if (block > 0) list.push({ name: `pool${block}`, kind: 'pool', window: 2, stride: 2 });
  }
  for (const name of ['fc14', 'fc15', 'fc16'])
    list.push({ name, kind: 'fc', outputs: Number(givens[`${name}.units`]) });
  return list;
}

const counting = (givens: Record<string, unknown>): Record<string, string> =>
  countLayers({ side: Number(givens['input.size']), depth: Number(givens['input.depth']) }, layers(givens));

/** The convolutions by themselves on a small image: their weights do not hang on its size. */
function tensors(givens: Record<string, unknown>): Record<string, string> | undefined {
  const convolutions = Array.from({ length: 13 }, (_, i): TensorLayer => {
    const filters = Number(givens[`conv${i + 1}.filters`]);
    return { name: `conv${i + 1}`, kind: 'conv2d', options: { filters, kernelSize: 3 }, padding: 1 };
  });
  const built = tensorCounts([3, 3, Number(givens['input.depth'])], convolutions);
  if (!built) return undefined;
  const { total: _, ...each } = built;
  return each;
}

export default [
  { method: 'counting weight by weight', values: counting },
  { method: 'the weights of the built convolutions', needs: needed, values: tensors },
] satisfies readonly Proof[];
