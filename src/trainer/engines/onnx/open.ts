import { createRequire } from 'node:module';
import type { Engine } from '../model.ts';
import { Graph } from './graph.ts';
import { GraphModel } from './model.ts';
import { openSession, type Runtime } from './runtime.ts';
import { writeModel } from './write.ts';

const load = createRequire(import.meta.url);

/** One thread unless said: two threads add up in another order, and runs are best put side by side. */
const threadsWanted = (): number => Math.max(1, Number(process.env.GRADCHECK_THREADS ?? 1) || 1);

/** The binary may load and still fail, so one product is computed and looked at. */
async function probe(runtime: Runtime): Promise<void> {
  const g = new Graph();
  const y = g.output(g.add('MatMul', [g.input('x', [2, 2]), 'x']), [2, 2]);
  const session = await openSession(runtime, writeModel(g), 1);
  const results = await session.run(
    { x: new runtime.Tensor('float32', Float32Array.of(1, 2, 3, 4), [2, 2]) },
    { [y]: null },
  );
  await session.release();
  const product = Array.from(results[y]?.data as Float32Array).join();
  if (product !== '7,10,15,22') throw new Error(`a 2×2 product came out as ${product}`);
}

/** ONNX Runtime: the step of training is a graph that is built here, gradients and all. */
export async function openOnnx(): Promise<Engine> {
  const runtime: Runtime = load('onnxruntime-node');
  const { version } = load('onnxruntime-node/package.json') as { version: string };
  await probe(runtime);
  const threads = threadsWanted();
  const open: Engine['load'] = async (network, values, rules) =>
    new GraphModel(runtime, threads, network, values, rules);
  return { name: 'onnxruntime', version, threads, load: open };
}
