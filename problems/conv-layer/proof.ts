import { convolutionWeights, positions } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';
import { needed, tensorCounts } from '../tensor-counts.ts';

function counting(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string) => Number(givens[name]);
  return {
    parameters: String(convolutionWeights(n('channels'), n('filters'), n('kernel'))),
    outputSize: String(positions(n('size'), n('kernel'), n('stride'), n('padding'))),
    outputDepth: String(Array.from({ length: n('filters') }).length),
  };
}

function tensors(givens: Record<string, unknown>): Record<string, string> | undefined {
  const n = (name: string) => Number(givens[name]);
  const side = n('size');
  const options = { filters: n('filters'), kernelSize: n('kernel'), strides: n('stride') };
  const built = tensorCounts([side, side, n('channels')], [{ name: 'parameters', kind: 'conv2d', options }]);
  return built?.parameters === undefined ? undefined : { parameters: built.parameters };
}

export default [
  { method: 'counting weight by weight', values: counting },
  { method: 'the weights of the built layer', needs: needed, values: tensors },
] satisfies readonly Proof[];
