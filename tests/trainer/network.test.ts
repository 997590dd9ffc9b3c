import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/trainer/spec.ts';
import { ownTask } from '../../src/trainer/task.ts';
import { firstWeights } from '../../src/trainer/training/first-weights.ts';
import { isTrained, networkOf, trainedIn } from '../../src/trainer/training/network.ts';

const count = (layers: readonly Layer[]) =>
  networkOf(layers, [28, 28, 1], 10).layers.reduce((sum, placed) => sum + trainedIn(placed), 0);

describe('networks', () => {
  it.each([
    // Counted by hand: 784·100 + 100 + 100·10 + 10, and LeNet's 156 + 2416 + 48120 + 10164 + 850.
    ['one hidden layer of 100', [{ type: 'dense', units: 100, activation: 'relu' }] as Layer[], 79510],
    ['LeNet', ownTask('mnist-lenet')?.base.layers ?? [], 61706],
    ['no hidden layer', [], 7850],
    // A batch norm has a scale and a shift for each map; 28 becomes 13, then 6.
    [
      'a batch norm',
      [
        { type: 'conv', filters: 16, kernel: 5, padding: 'same', activation: 'none' },
        { type: 'batch-norm' },
        { type: 'activation', activation: 'relu' },
        { type: 'pool', window: 3, stride: 2 },
        { type: 'pool', window: 2, by: 'average' },
      ] as Layer[],
      416 + 32 + 6 * 6 * 16 * 10 + 10,
    ],
  ])('%s has its parameters', (_, layers, parameters) => {
    expect(count(layers)).toBe(parameters);
  });

  it.each([
    [
      'a filter larger than the image',
      [{ type: 'conv', filters: 1, kernel: 29, padding: 'valid', activation: 'relu' }],
      /\/layers\/0: a conv layer/,
    ],
    [
      'a pool of nothing',
      [
        { type: 'pool', window: 28 },
        { type: 'pool', window: 2 },
      ],
      /\/layers\/1: a pool layer cannot follow a layer of 1×1×1/,
    ],
    [
      'a convolution after a dense layer',
      [
        { type: 'dense', units: 4, activation: 'relu' },
        { type: 'conv', filters: 1, kernel: 1, padding: 'same', activation: 'relu' },
      ],
      /\/layers\/1: a conv layer cannot follow/,
    ],
  ])('refuses %s', (_, layers, says) => {
    expect(() => networkOf(layers as Layer[], [28, 28, 1], 10)).toThrow(says);
  });
});

describe('first weights', () => {
  const network = networkOf([{ type: 'dense', units: 200, activation: 'relu' }], [28, 28, 1], 10);
  const spread = (values: Float32Array) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);

  it.each([
    ['he', Math.sqrt(2 / 784), 0],
    ['glorot', Math.sqrt(6 / 984) / Math.sqrt(3), 0],
    ['torch', 1 / Math.sqrt(784 * 3), 1 / Math.sqrt(784 * 3)],
    ['constant', 0.01, 0],
    ['zero', 0, 0],
  ] as const)('%s has its spread in weights and biases', (rule, weights, biases) => {
    const [w, b] = firstWeights(network, rule, 1);
    expect(spread(w ?? new Float32Array())).toBeCloseTo(weights, 3);
    expect(Math.abs(spread(b ?? new Float32Array()) - biases)).toBeLessThan(0.003);
  });

  it('start a batch norm as one that changes nothing', () => {
    const normed = networkOf([{ type: 'batch-norm' }], [2, 2, 1], 2);
    const [scale, shift, mean, variance] = firstWeights(normed, 'torch', 1).map(([value]) => value);
    expect([scale, shift, mean, variance]).toEqual([1, 0, 0, 1]);
    expect(normed.parameters.slice(0, 4).map(isTrained)).toEqual([true, true, false, false]);
  });

  it('depend on the seed alone', () => {
    expect(firstWeights(network, 'he', 5)).toEqual(firstWeights(network, 'he', 5));
    expect(firstWeights(network, 'he', 6)[0]?.[0]).not.toBe(firstWeights(network, 'he', 5)[0]?.[0]);
  });
});
