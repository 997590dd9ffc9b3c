import { convolutionWeights, denseWeights, positions } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';

/** Builds both networks layer by layer and counts their weights one by one. */
function counting(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string) => Number(givens[name]);
  const conv1 = convolutionWeights(n('depth'), n('filters1'), n('kernel'));
  const conv2 = convolutionWeights(n('filters1'), n('filters2'), n('kernel'));
  const half = positions(n('size'), n('pool1'), n('pool1'));
  const side = positions(half, n('pool2'), n('pool2'));
  const volume = { side, depth: n('filters2') };
  const fc = denseWeights(volume, n('classes'));
  const crop = { side: n('size'), depth: n('depth') };
  const hidden = denseWeights(crop, n('units'));
  const output = denseWeights({ side: 1, depth: n('units') }, n('classes'));
  const parameters = conv1 + conv2 + fc;
  const parametersWide = hidden + output;
  const pixels = n('size') * n('size') * n('depth');
  const inputs = side * side * n('filters2');
  const counts = { conv1, conv2, side, inputs, fc, parameters, pixels, hidden, output, parametersWide };
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
}

export default [{ method: 'counting weight by weight', values: counting }] satisfies readonly Proof[];
