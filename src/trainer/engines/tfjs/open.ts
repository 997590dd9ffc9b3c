import { createRequire } from 'node:module';
import type { Engine, EngineLabel } from '../model.ts';
import { TensorModel } from './model.ts';
import type { Tensors } from './tensors.ts';
import { registerConvolutions } from './wasm-convolutions.ts';
import { registerPooling } from './wasm-pooling.ts';
import { registerProducts } from './wasm-products.ts';

/** An engine of TensorFlow.js: the tensors themselves are within reach. */
export interface TensorEngine extends Engine {
  readonly tf: Tensors;
}

/** The version that the wasm kernels were written for and tested against. */
const knownVersion = '4.22.0';
/** All that its memory can grow to, in bytes. */
const wasmHeap = 4_294_901_760;
const load = createRequire(import.meta.url);

/** TensorFlow.js 4.22.0 calls two functions that Node 23 removed from `util`. */
function restoreUtil(): void {
  const util: Record<string, unknown> = load('node:util');
  util.isNullOrUndefined ??= (value: unknown) => value == null;
  util.isArray ??= Array.isArray;
}

function versionOf(name: string): string {
  return (load(`${name}/package.json`) as { version: string }).version;
}

/** An engine may load and still fail at its first operation, so one product is computed and looked at. */
function probed(tf: Tensors): void {
  const product = tf.tidy(() => {
    const x = tf.tensor(Float32Array.of(1, 2, 3, 4), [2, 2]);
    return Array.from(tf.matMul(x, x, true, false).dataSync());
  });
  if (product.join() !== '10,14,14,20') throw new Error(`a 2×2 product came out as ${product.join()}`);
}

/** All engines of TensorFlow.js share one core, so each makes its backend the current one when it is used. */
async function engineOf(label: EngineLabel, backend: string, tf: Tensors): Promise<TensorEngine> {
  if (!(await tf.setBackend(backend))) throw new Error(`the ${backend} backend did not start`);
  await tf.ready();
  probed(tf);
  const open: Engine['load'] = async (network, values, rules) => {
    await tf.setBackend(backend);
    return new TensorModel(tf, network, values, rules);
  };
  return { ...label, tf, load: open };
}

/** What TensorFlow.js for Node adds. */
interface NativeBackend {
  backend(): { readonly binding: { readonly TF_Version: string } };
}

export async function openNode(): Promise<TensorEngine> {
  restoreUtil();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  process.env.TF_NUM_INTRAOP_THREADS ??= '1';
  process.env.TF_NUM_INTEROP_THREADS ??= '1';
  const tf: Tensors & NativeBackend = load('@tensorflow/tfjs-node');
  await tf.setBackend('tensorflow');
  const threads = Number(process.env.TF_NUM_INTRAOP_THREADS);
  const library = `TensorFlow ${tf.backend().binding.TF_Version}`;
  const version = versionOf('@tensorflow/tfjs-node');
  return engineOf({ name: 'tfjs-node', version, threads, library }, 'tensorflow', tf);
}

/** The core knows no gradients by itself; loading the layers package registers them. */
function loadCore(): Tensors {
  const tf: Tensors = load('@tensorflow/tfjs-core');
  load('@tensorflow/tfjs-layers');
  return tf;
}

let wasmIsPatched = false;

export async function openWasm(): Promise<TensorEngine> {
  const tf = loadCore();
  load('@tensorflow/tfjs-backend-wasm');
  const version = versionOf('@tensorflow/tfjs-backend-wasm');
  if (version !== knownVersion) throw new Error(`its kernels are known for ${knownVersion}, found ${version}`);
  if (!(await tf.setBackend('wasm'))) throw new Error('the wasm backend did not start');
  await tf.ready();
  if (!wasmIsPatched) {
    registerProducts(tf);
    registerConvolutions(tf);
    registerPooling(tf);
    wasmIsPatched = true;
  }
  return { ...(await engineOf({ name: 'wasm', version, threads: 1 }, 'wasm', tf)), most: wasmHeap };
}

export async function openCpu(): Promise<TensorEngine> {
  const tf = loadCore();
  load('@tensorflow/tfjs-backend-cpu');
  const label = { name: 'cpu', version: versionOf('@tensorflow/tfjs-backend-cpu'), threads: 1 } as const;
  return engineOf(label, 'cpu', tf);
}
