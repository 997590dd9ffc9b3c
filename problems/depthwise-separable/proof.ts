import { convolutionWeights } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';

/** The weights one filter at a time; every weight is used once at each place of the output map. */
function filterByFilter(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string): number => Number(givens[name]);
  const weights = (channels: number, filters: number, kernel: number): number =>
    convolutionWeights(channels, filters, kernel) - filters;
  const plain = weights(n('channels'), n('filters'), n('kernel'));
  const depthwise = weights(1, n('channels'), n('kernel'));
  const pointwise = weights(n('channels'), n('filters'), 1);
  const places = n('size') ** 2;
  const counted = {
    plain,
    depthwise,
    pointwise,
    separable: depthwise + pointwise,
    plainAdds: plain * places,
    separableAdds: depthwise * places + pointwise * places,
    saved: (plain - depthwise - pointwise) * places,
  };
  return Object.fromEntries(Object.entries(counted).map(([name, value]) => [name, String(value)]));
}

export default [{ method: 'counting filter by filter', values: filterByFilter }] satisfies readonly Proof[];
