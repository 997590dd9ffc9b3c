import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/trainer/optimisers/rules.ts';
import { randomFrom } from '../../src/trainer/random.ts';
import type { Layer } from '../../src/trainer/spec.ts';
import { dropoutMasks } from '../../src/trainer/training/batch.ts';
import { firstWeights } from '../../src/trainer/training/first-weights.ts';
import { isTrained, networkOf, type Shape } from '../../src/trainer/training/network.ts';
import { enginesPresent } from '../support/engine.ts';
import { gradientOf, lossOf } from '../support/float64-network.ts';

const engines = await enginesPresent();

const grey = (side: number): Shape => [side, side, 1];
const networks: [id: string, image: Shape, layers: Layer[]][] = [
  ['one hidden layer', grey(3), [{ type: 'dense', units: 5, activation: 'relu' }]],
  [
    'two hidden layers',
    grey(3),
    [
      { type: 'dense', units: 4, activation: 'relu' },
      { type: 'dense', units: 4, activation: 'relu' },
    ],
  ],
  ['no hidden layer', grey(3), []],
  ['sigmoid', grey(3), [{ type: 'dense', units: 5, activation: 'sigmoid' }]],
  ['tanh', grey(3), [{ type: 'dense', units: 5, activation: 'tanh' }]],
  ['leaky ReLU', grey(3), [{ type: 'dense', units: 8, activation: 'leaky-relu' }]],
  [
    'dropout',
    grey(3),
    [
      { type: 'dense', units: 8, activation: 'relu' },
      { type: 'dropout', rate: 0.5 },
    ],
  ],
  [
    'dropout of maps, in colour',
    [4, 5, 3],
    [
      { type: 'conv', filters: 2, kernel: 3, padding: 'same', activation: 'tanh' },
      { type: 'dropout', rate: 0.5 },
    ],
  ],
  [
    'LeNet in small',
    grey(10),
    [
      { type: 'conv', filters: 2, kernel: 5, padding: 'same', activation: 'relu' },
      { type: 'pool', window: 2 },
      { type: 'conv', filters: 3, kernel: 2, padding: 'valid', activation: 'relu' },
      { type: 'pool', window: 2 },
      { type: 'dense', units: 4, activation: 'relu' },
    ],
  ],
  [
    'an even kernel that keeps the size',
    [5, 6, 2],
    [
      { type: 'conv', filters: 2, kernel: 2, padding: 'same', activation: 'tanh' },
      { type: 'conv', filters: 3, kernel: 4, padding: 'same', activation: 'tanh' },
    ],
  ],
  [
    'pooling of negative maxima',
    grey(6),
    [
      { type: 'conv', filters: 3, kernel: 3, padding: 'same', activation: 'tanh' },
      { type: 'pool', window: 2 },
      { type: 'conv', filters: 3, kernel: 3, padding: 'same', activation: 'leaky-relu' },
      { type: 'pool', window: 2 },
    ],
  ],
  [
    'pooling with windows that overlap',
    grey(8),
    [
      { type: 'conv', filters: 2, kernel: 3, padding: 'same', activation: 'tanh' },
      { type: 'pool', window: 3, stride: 2 },
    ],
  ],
  [
    'pooling with gaps and a rest',
    grey(9),
    [
      { type: 'conv', filters: 2, kernel: 3, padding: 'same', activation: 'tanh' },
      { type: 'pool', window: 2, stride: 3 },
    ],
  ],
  [
    'average pooling, with a rest',
    grey(7),
    [
      { type: 'conv', filters: 2, kernel: 3, padding: 'same', activation: 'tanh' },
      { type: 'pool', window: 2, by: 'average' },
    ],
  ],
  [
    'average pooling with windows that overlap',
    grey(8),
    [
      { type: 'conv', filters: 2, kernel: 3, padding: 'same', activation: 'tanh' },
      { type: 'pool', window: 3, stride: 2, by: 'average' },
    ],
  ],
  [
    'batch norm of units',
    grey(3),
    [
      { type: 'dense', units: 5, activation: 'none' },
      { type: 'batch-norm', epsilon: 0.1 },
      { type: 'activation', activation: 'tanh' },
    ],
  ],
  [
    'batch norm of maps, in colour',
    [5, 5, 3],
    [
      { type: 'conv', filters: 2, kernel: 3, padding: 'valid', activation: 'none' },
      { type: 'batch-norm' },
      { type: 'activation', activation: 'sigmoid' },
      { type: 'pool', window: 2, by: 'average' },
      { type: 'dense', units: 4, activation: 'tanh' },
    ],
  ],
  ['batch norm of the pixels', [3, 3, 2], [{ type: 'batch-norm' }, { type: 'dense', units: 4, activation: 'tanh' }]],
];

const classes = 3;
const labels = Uint8Array.of(0, 2, 1, 2);
const rate = 0.5;

function setting(image: Shape, layers: Layer[]) {
  const network = networkOf(layers, image, classes);
  const random = randomFrom('gradients');
  const size = image[0] * image[1] * image[2];
  const images = Float32Array.from({ length: labels.length * size }, () => random.normal());
  const each = Array.from(labels, (_, n) => Array.from(images.subarray(n * size, (n + 1) * size)));
  return {
    network,
    images,
    each,
    weights: firstWeights(network, 'torch', 3),
    masks: dropoutMasks(network, labels.length, 3, 0),
  };
}

describe.skipIf(engines.length === 0)('one step of gradient descent against central differences in float64', () => {
  const pairs = engines.flatMap((engine) => networks.map((network) => [engine.name, ...network, engine] as const));
  it.each(pairs)('%s: %s', async (_, __, image, layers, engine) => {
    const { network, images, each, weights, masks } = setting(image, layers);
    const start = weights.map((w) => Array.from(w));
    const drawn = masks.map((mask) => Array.from(mask));
    const slopes = gradientOf(network, start, (parameters) => lossOf(network, parameters, each, labels, drawn));
    const model = await engine.load(network, { weights, memory: [] }, rulesOf(network, {}));
    await model.step({ images, labels, masks }, rate, 1);
    const next = (await model.values()).weights;
    await model.close();
    next.forEach((values, i) => {
      if (!isTrained(network.parameters[i] as (typeof network.parameters)[number])) return;
      const expected = (slopes[i] ?? []).map((slope, k) => (start[i]?.[k] ?? 0) - rate * slope);
      const change = Math.max(...(slopes[i] ?? []).map((slope) => Math.abs(rate * slope)));
      // A network without a gradient would pass the comparison below; biases before a batch norm have none.
      const isFollowed =
        layers.some((layer) => layer.type === 'batch-norm') && network.parameters[i]?.role === 'biases';
      if (!isFollowed) expect(change).toBeGreaterThan(1e-4);
      const worst = Math.max(...values.map((v, k) => Math.abs(v - (expected[k] ?? Number.NaN))));
      expect(worst).toBeLessThan(2e-6 + 1e-3 * change);
    });
  });
});

describe.skipIf(engines.length < 2)('engines', () => {
  it.each(networks)('agree about five steps: %s', async (_, image, layers) => {
    const found: number[][] = [];
    for (const engine of engines) {
      const { network, images, weights, masks } = setting(image, layers);
      const optimiser = { type: 'momentum', momentum: 0.9 } as const;
      const model = await engine.load(network, { weights, memory: [] }, rulesOf(network, { optimiser }));
      for (let step = 1; step <= 5; step += 1) await model.step({ images, labels, masks }, 0.05, step);
      const { weights: last, memory } = await model.values();
      const logits = await model.logits(images);
      await model.close();
      found.push([...last, ...memory, logits].flatMap((values) => Array.from(values)));
    }
    const [first = [], ...others] = found;
    for (const other of others) {
      expect(other).toHaveLength(first.length);
      expect(Math.max(...other.map((value, i) => Math.abs(value - (first[i] ?? Number.NaN))))).toBeLessThan(2e-5);
    }
  });
});
