import { describe, expect, it } from 'vitest';
import { ruleOf, rulesOf } from '../../src/trainer/optimisers/rules.ts';
import type { Decay, Optimiser } from '../../src/trainer/spec.ts';
import { networkOf } from '../../src/trainer/training/network.ts';
import { enginesPresent } from '../support/engine.ts';

const numbers = {
  plus: (a: number, b: number) => a + b,
  times: (a: number, b: number) => a * b,
  over: (a: number, b: number) => a / b,
  root: Math.sqrt,
  constant: (value: number) => value,
};

/** The value after each step on these gradients. */
function path(optimiser: Optimiser | undefined, decay: Decay | undefined, gradients: number[], start = 1): number[] {
  const rule = ruleOf(optimiser, decay, 'weights');
  let held = { value: start, memory: Array.from({ length: rule.slots }, () => 0) as readonly number[] };
  return gradients.map((gradient, i) => {
    held = rule.next(numbers, held, gradient, rule.numbers(0.1, i + 1));
    return held.value;
  });
}

const gradients = [0.5, -0.25, 1, 0.125];

describe('the rules of optimisers', () => {
  // Printed by PyTorch 2.13 in float64 (torch.optim, rate 0.1, start 1, these gradients).
  it.each<[id: string, Optimiser | undefined, Decay | undefined, number[]]>([
    ['gradient descent', undefined, undefined, [0.95, 0.975, 0.875, 0.8625]],
    ['decay', undefined, { rate: 0.1 }, [0.94, 0.9556, 0.846044, 0.82508356]],
    ['momentum', { type: 'momentum', momentum: 0.9 }, undefined, [0.95, 0.93, 0.812, 0.6933]],
    ['momentum with decay', { type: 'momentum', momentum: 0.9 }, { rate: 0.1 }, [0.94, 0.9016, 0.758024, 0.60872536]],
    ['Nesterov', { type: 'momentum', momentum: 0.9, nesterov: true }, undefined, [0.905, 0.912, 0.7058, 0.58647]],
    ['RMSprop', { type: 'rmsprop' }, undefined, [2e-7, 0.449013374422, -0.425726216071, -0.534961896962]],
    ['Adam', { type: 'adam' }, undefined, [0.900000002, 0.873366298708, 0.807555139677, 0.7476574665]],
    [
      'Adam, other betas, with decay',
      { type: 'adam', beta1: 0.5, beta2: 0.75 },
      { rate: 0.1 },
      [0.900000001667, 0.877290710633, 0.792412917958, 0.726424048724],
    ],
    ['Adadelta', { type: 'adadelta' }, undefined, [0.999552804292, 0.999841464032, 0.999234563454, 0.999132272026]],
  ])('%s', (_, optimiser, decay, expected) => {
    const found = path(optimiser, decay, gradients);
    expected.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 10);
    });
    expect(found).toHaveLength(expected.length);
  });

  it('leave what is told apart alone: decay of weights only', () => {
    const bias = ruleOf(undefined, { rate: 0.1, only: 'weights' }, 'biases');
    expect(bias.next(numbers, { value: 1, memory: [] }, 0.5, bias.numbers(0.1, 1)).value).toBeCloseTo(0.95, 12);
  });
});

const engines = await enginesPresent();

const cases: [id: string, optimiser: Optimiser | undefined, decay?: Decay][] = [
  ['momentum', { type: 'momentum', momentum: 0.9 }],
  ['momentum as a moving average', { type: 'momentum', momentum: 0.9, dampening: 0.9 }],
  ['Nesterov', { type: 'momentum', momentum: 0.9, nesterov: true }],
  ['RMSprop', { type: 'rmsprop' }],
  ['Adam', { type: 'adam' }],
  ['Adadelta', { type: 'adadelta' }],
  ['decay', undefined, { rate: 0.1 }],
  ['Adam with decay of weights', { type: 'adam' }, { rate: 0.1, only: 'weights' }],
];

describe.skipIf(engines.length === 0)('an engine follows the rules', () => {
  // Two inputs, two classes, no hidden layer: the gradient of the logits is (softmax − target) / n, by hand.
  const network = networkOf([], [1, 2, 1], 2);
  const start = [0.3, -0.2, 0.1, 0.4, 0.05, -0.05];
  const [x, labels] = [
    [1, 2, -1, 0.5],
    [0, 1],
  ];

  function slopes(w: number[]): number[] {
    const out = [0, 0, 0, 0, 0, 0];
    labels.forEach((label, n) => {
      const [a = 0, b = 0] = x.slice(2 * n, 2 * n + 2);
      const z = [0, 1].map((k) => a * (w[k] ?? 0) + b * (w[2 + k] ?? 0) + (w[4 + k] ?? 0));
      const total = Math.exp(z[0] ?? 0) + Math.exp(z[1] ?? 0);
      z.forEach((value, k) => {
        const d = (Math.exp(value) / total - (k === label ? 1 : 0)) / labels.length;
        [a, b, 1].forEach((factor, row) => {
          out[2 * row + k] = (out[2 * row + k] ?? 0) + factor * d;
        });
      });
    });
    return out;
  }

  const pairs = engines.flatMap((engine) =>
    cases.map(([id, optimiser, decay]) => [engine.name, id, engine, optimiser, decay] as const),
  );
  it.each(pairs)('%s: %s, four steps', async (_, __, engine, optimiser, decay) => {
    const spec = { ...(optimiser && { optimiser }), ...(decay && { decay }) };
    const values = { weights: [Float32Array.from(start.slice(0, 4)), Float32Array.from(start.slice(4))], memory: [] };
    const model = await engine.load(network, values, rulesOf(network, spec));
    const held = start.map((value, i) => {
      const rule = ruleOf(optimiser, decay, i < 4 ? 'weights' : 'biases');
      return { rule, now: { value, memory: new Array<number>(rule.slots).fill(0) as readonly number[] } };
    });
    for (let step = 1; step <= 4; step += 1) {
      const gradient = slopes(held.map(({ now }) => now.value));
      held.forEach((one, i) => {
        one.now = one.rule.next(numbers, one.now, gradient[i] ?? 0, one.rule.numbers(0.1, step));
      });
      await model.step({ images: Float32Array.from(x), labels: Uint8Array.from(labels), masks: [] }, 0.1, step);
    }
    const found = (await model.values()).weights.flatMap((array) => Array.from(array));
    await model.close();
    held.forEach(({ now }, i) => {
      expect(Math.abs((found[i] ?? Number.NaN) - now.value)).toBeLessThan(2e-6);
    });
  });
});
