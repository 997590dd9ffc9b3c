import { createRequire } from 'node:module';
import type { Engine } from '../../../src/trainer/engines/model.ts';
import { Graph } from '../../../src/trainer/engines/onnx/graph.ts';
import { openSession, type Runtime } from '../../../src/trainer/engines/onnx/runtime.ts';
import { writeModel } from '../../../src/trainer/engines/onnx/write.ts';
import type { TensorEngine } from '../../../src/trainer/engines/tfjs/open.ts';

const [batch, inputs, units] = [64, 784, 1000];
const operations = 3 * 2 * batch * inputs * units;

function tensors({ tf }: TensorEngine): () => Promise<void> {
  const ones = (rows: number, columns: number) => tf.tensor(new Float32Array(rows * columns).fill(1), [rows, columns]);
  const [x, w, dy] = [ones(batch, inputs), ones(inputs, units), ones(batch, units)];
  return async () =>
    tf.tidy(() => {
      tf.matMul(x, w).dataSync();
      tf.matMul(x, dy, true, false).dataSync();
      tf.matMul(dy, w, false, true).dataSync();
    });
}

async function graph({ threads }: Engine): Promise<() => Promise<void>> {
  const runtime: Runtime = createRequire(import.meta.url)('onnxruntime-node');
  const g = new Graph();
  const [x, w, dy] = [g.input('x', [batch, inputs]), g.input('w', [inputs, units]), g.input('dy', [batch, units])];
  const results = [
    g.output(g.add('Gemm', [x, w]), [batch, units]),
    g.output(g.add('Gemm', [x, dy], { transA: 1 }), [inputs, units]),
    g.output(g.add('Gemm', [dy, w], { transB: 1 }), [batch, inputs]),
  ];
  const session = await openSession(runtime, writeModel(g), threads);
  const ones = (rows: number, columns: number) =>
    new runtime.Tensor('float32', new Float32Array(rows * columns).fill(1), [rows, columns]);
  const feeds = { x: ones(batch, inputs), w: ones(inputs, units), dy: ones(batch, units) };
  const fetches = Object.fromEntries(results.map((name) => [name, null]));
  return async () => void (await session.run(feeds, fetches));
}

/** The rate of the products x·w, xᵀ·dy and dy·wᵀ of a layer of 784 × 1000, batch 64: 10⁹ operations a second. */
export async function productRate(engine: Engine): Promise<number> {
  const once = 'tf' in engine ? tensors(engine as TensorEngine) : await graph(engine);
  const times: number[] = [];
  for (let i = 0; i < 40; i += 1) {
    const started = performance.now();
    await once();
    times.push((performance.now() - started) / 1000);
  }
  return operations / Math.min(...times) / 1e9;
}
