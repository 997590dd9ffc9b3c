import { describe, expect, it } from 'vitest';
import type { Images } from '../../src/trainer/data/images.ts';
import { randomFrom } from '../../src/trainer/random.ts';
import type { Layer } from '../../src/trainer/spec.ts';
import { dropoutMasks, imageTensor, labelTensor } from '../../src/trainer/training/batch.ts';
import { firstWeights, networkOf } from '../../src/trainer/training/network.ts';
import { step } from '../../src/trainer/training/step.ts';
import { tensorsOf } from '../../src/trainer/training/train.ts';
import { engineIfPresent } from '../support/engine.ts';
import { lossOf } from '../support/float64-network.ts';

const engines = [await engineIfPresent('cpu'), await engineIfPresent('wasm')].filter((engine) => engine !== undefined);

const networks: [id: string, side: number, layers: Layer[]][] = [
  ['one hidden layer', 3, [{ type: 'dense', units: 5, activation: 'relu' }]],
  [
    'two hidden layers',
    3,
    [
      { type: 'dense', units: 4, activation: 'relu' },
      { type: 'dense', units: 4, activation: 'relu' },
    ],
  ],
  ['sigmoid', 3, [{ type: 'dense', units: 5, activation: 'sigmoid' }]],
  [
    'dropout',
    3,
    [
      { type: 'dense', units: 8, activation: 'relu' },
      { type: 'dropout', rate: 0.5 },
    ],
  ],
  [
    'LeNet in small',
    10,
    [
      { type: 'conv', filters: 2, kernel: 5, padding: 'same', activation: 'relu' },
      { type: 'pool', window: 2 },
      { type: 'conv', filters: 3, kernel: 2, padding: 'valid', activation: 'relu' },
      { type: 'pool', window: 2 },
      { type: 'dense', units: 4, activation: 'relu' },
    ],
  ],
];

const pixels = { mean: 0.5, sd: 0.5 };
const classes = 3;
const rate = 0.5;
const h = 1e-6;

function images(side: number): Images {
  const random = randomFrom('gradients');
  const labels = Uint8Array.of(0, 2, 1);
  const bytes = Uint8Array.from({ length: labels.length * side * side }, () => random.below(256));
  return { height: side, width: side, pixels: bytes, labels };
}

/** One step by central differences of the float64 loss. */
function stepped(
  network: ReturnType<typeof networkOf>,
  weights: number[][],
  set: Images,
  masks: number[][],
): number[][] {
  const size = set.height * set.width;
  const loss = (parameters: number[][]) =>
    [...set.labels].reduce((sum, label, n) => {
      const image = [...set.pixels.subarray(n * size, (n + 1) * size)].map((v) => (v / 255 - pixels.mean) / pixels.sd);
      const own = masks.map((mask) => mask.slice((n * mask.length) / classes, ((n + 1) * mask.length) / classes));
      return sum + lossOf(network, parameters, image, label, own);
    }, 0) / set.labels.length;
  const moved = (i: number, k: number, by: number) =>
    loss(weights.map((w, j) => (j === i ? w.map((v, m) => (m === k ? v + by : v)) : w)));
  return weights.map((w, i) => w.map((v, k) => v - (rate * (moved(i, k, h) - moved(i, k, -h))) / (2 * h)));
}

describe.skipIf(engines.length === 0)('one step of gradient descent against central differences in float64', () => {
  const pairs = engines.flatMap((engine) => networks.map((network) => [engine.name, ...network, engine] as const));
  it.each(pairs)('%s: %s', async (name, _, side, layers, { tf }) => {
    await tf.setBackend(name);
    const set = images(side);
    const network = networkOf(layers, [side, side, 1], classes);
    const weights = firstWeights(network, 'torch', 3);
    const masks = dropoutMasks(tf, network, set.labels.length, 3, 0);
    const drawn = masks.map((mask) => Array.from(mask.dataSync()));
    const batch = { images: imageTensor(tf, set, pixels), onehot: labelTensor(tf, set.labels, classes), masks };
    const next = step(tf, network, tensorsOf(tf, network, weights), batch, rate).weights;
    const expected = stepped(
      network,
      weights.map((w) => Array.from(w)),
      set,
      drawn,
    );
    const change = (i: number) => Math.max(...(expected[i] ?? []).map((v, k) => Math.abs(v - (weights[i]?.[k] ?? 0))));
    next.forEach((tensor, i) => {
      // A network without a gradient would pass the comparison below.
      expect(change(i)).toBeGreaterThan(1e-4);
      const values = Array.from(tensor.dataSync());
      const worst = Math.max(...values.map((v, k) => Math.abs(v - (expected[i]?.[k] ?? Number.NaN))));
      expect(worst).toBeLessThan(2e-6 + 1e-3 * change(i));
    });
  });
});
