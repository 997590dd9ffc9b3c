import { normDefaults } from './constants.ts';
import type { Network } from './network.ts';

/** The mean and variance of a batch, by the index of the layer's first parameter. */
export type Statistics = Map<number, { readonly mean: Float32Array; readonly variance: Float32Array }>;

const mixed = (old: Float32Array, fresh: Float32Array, share: number, factor: number) =>
  old.map((value, i) => (1 - share) * value + share * factor * (fresh[i] ?? 0));

/**
 * The running means and variances after a batch of `count` images, by parameter. As in PyTorch the variance that is kept
 * is the sample's (divided by n − 1), though a batch is normalised by its own (divided by n).
 */
export function normUpdates(
  network: Network,
  count: number,
  statistics: Statistics,
  old: (parameter: number) => Float32Array,
): [parameter: number, values: Float32Array][] {
  return network.layers.flatMap(({ layer, input, at }) => {
    const seen = at === undefined ? undefined : statistics.get(at);
    if (layer.type !== 'batch-norm' || at === undefined || !seen) return [];
    const share = layer.momentum ?? normDefaults.momentum;
    const n = count * input[0] * input[1];
    return [
      [at + 2, mixed(old(at + 2), seen.mean, share, 1)],
      [at + 3, mixed(old(at + 3), seen.variance, share, n > 1 ? n / (n - 1) : 1)],
    ];
  });
}
