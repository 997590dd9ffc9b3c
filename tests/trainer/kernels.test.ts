import { describe, expect, it } from 'vitest';
import type { Tensor, Tensors } from '../../src/trainer/engines/tfjs/tensors.ts';
import { randomFrom } from '../../src/trainer/random.ts';
import { tensorsIfPresent } from '../support/engine.ts';

const cpu = await tensorsIfPresent('cpu');
const wasm = await tensorsIfPresent('wasm');

type Operation = (tf: Tensors, ...inputs: Tensor[]) => Tensor;

/** The value of an operation and the gradients of the sum of its squares, on the backend that is set. */
function observe(tf: Tensors, operation: Operation, shapes: number[][]): number[][] {
  return tf.tidy(() => {
    const inputs = shapes.map((shape, i) => {
      const random = randomFrom(`kernels/${i}`);
      const size = shape.reduce((a, b) => a * b, 1);
      return tf.tensor(
        Float32Array.from({ length: size }, () => random.normal()),
        shape,
      );
    });
    const squares = (...x: Tensor[]) => {
      const y = tf.reshape(operation(tf, ...x), [1, -1]);
      return tf.reshape(tf.matMul(y, y, false, true), []);
    };
    const { grads } = tf.valueAndGrads(squares)(inputs);
    return [operation(tf, ...inputs), ...grads].map((tensor) => Array.from(tensor.dataSync()));
  });
}

const conv =
  (padding: 'same' | 'valid'): Operation =>
  (tf, x, filter) =>
    tf.conv2d(x as Tensor, filter as Tensor, 1, padding);
const product =
  (transposeA: boolean, transposeB: boolean): Operation =>
  (tf, a, b) =>
    tf.matMul(a as Tensor, b as Tensor, transposeA, transposeB);

const cases: [id: string, operation: Operation, shapes: number[][]][] = [
  [
    'conv 5×5 valid, one channel',
    conv('valid'),
    [
      [2, 9, 8, 1],
      [5, 5, 1, 3],
    ],
  ],
  [
    'conv 5×5 same, many channels',
    conv('same'),
    [
      [2, 7, 9, 4],
      [5, 5, 4, 3],
    ],
  ],
  [
    'conv 2×2 same: more zeros after than before',
    conv('same'),
    [
      [1, 5, 6, 2],
      [2, 2, 2, 2],
    ],
  ],
  [
    'conv 3×1 same: a filter that is not square',
    conv('same'),
    [
      [2, 6, 4, 2],
      [3, 1, 2, 3],
    ],
  ],
  [
    'conv 1×1',
    conv('valid'),
    [
      [2, 3, 3, 2],
      [1, 1, 2, 4],
    ],
  ],
  [
    'conv as large as the image',
    conv('valid'),
    [
      [3, 4, 4, 2],
      [4, 4, 2, 5],
    ],
  ],
  [
    'product',
    product(false, false),
    [
      [5, 4],
      [4, 3],
    ],
  ],
  [
    'product of transposed left',
    product(true, false),
    [
      [4, 5],
      [4, 3],
    ],
  ],
  [
    'product of transposed right',
    product(false, true),
    [
      [5, 4],
      [3, 4],
    ],
  ],
  [
    'product with a larger one, transposed',
    product(false, true),
    [
      [2, 5],
      [7, 5],
    ],
  ],
  [
    'product of both transposed',
    product(true, true),
    [
      [4, 5],
      [3, 4],
    ],
  ],
  [
    'batched products',
    product(true, false),
    [
      [2, 4, 5],
      [2, 4, 3],
    ],
  ],
  ['pooling', (tf, x) => tf.maxPool(x as Tensor, 2, 2, 'valid'), [[2, 6, 7, 3]]],
  ['pooling with windows that overlap', (tf, x) => tf.maxPool(x as Tensor, 3, 2, 'valid'), [[2, 7, 8, 2]]],
  ['average pooling', (tf, x) => tf.avgPool(x as Tensor, 3, 2, 'valid'), [[2, 7, 8, 2]]],
];

describe.skipIf(!cpu || !wasm)('kernels of the wasm engine against those of the cpu engine', () => {
  it.each(cases)('%s', async (_, operation, shapes) => {
    if (!cpu || !wasm) return;
    await cpu.tf.setBackend('cpu');
    const expected = observe(cpu.tf, operation, shapes);
    await wasm.tf.setBackend('wasm');
    const before = wasm.tf.memory().numTensors;
    const found = observe(wasm.tf, operation, shapes);
    expect(wasm.tf.memory().numTensors).toBe(before);
    const close = (a: number, b: number) => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
    found.forEach((values, i) => {
      const worst = values.findIndex((value, k) => !close(value, expected[i]?.[k] ?? Number.NaN));
      expect(worst, `value ${i}, element ${worst}: ${values[worst]}, not ${expected[i]?.[worst]}`).toBe(-1);
      expect(values).toHaveLength(expected[i]?.length ?? -1);
    });
  });

  it('refuses a gradient that it was not made for', async () => {
    if (!wasm) return;
    await wasm.tf.setBackend('wasm');
    const strided: Operation = (tf, x, filter) => tf.conv2d(x as Tensor, filter as Tensor, 2, 'valid');
    const attempt = () =>
      observe(wasm.tf, strided, [
        [1, 6, 6, 1],
        [3, 3, 1, 1],
      ]);
    expect(attempt).toThrow('the wasm engine trains convolutions of stride 1');
  });
});
