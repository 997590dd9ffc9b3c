import { createRequire } from 'node:module';
import { Refusal } from '../refusal.ts';
import type { Tensors } from './tensors.ts';
import { registerConvolutions } from './wasm-convolutions.ts';
import { registerProducts } from './wasm-products.ts';

/** The engines in order of preference; `cpu` is for tests and never chosen by itself. */
export const engineNames = ['tfjs-node', 'wasm', 'cpu'] as const;
export type EngineName = (typeof engineNames)[number];

/** What computed a run: part of every record, because the engine is part of the result. */
export interface EngineLabel {
  readonly name: EngineName;
  /** Of TensorFlow.js. */
  readonly version: string;
  readonly threads: number;
  /** The native library that does the work, where there is one: "TensorFlow 2.9.1". */
  readonly library?: string;
}

export interface Engine extends EngineLabel {
  readonly tf: Tensors;
}

/** The version that the wasm kernels were written for and tested against. */
const knownVersion = '4.22.0';
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

/** What TensorFlow.js for Node adds. */
interface NativeBackend {
  backend(): { readonly binding: { readonly TF_Version: string } };
}

async function openNode(): Promise<Engine> {
  restoreUtil();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  process.env.TF_NUM_INTRAOP_THREADS ??= '1';
  process.env.TF_NUM_INTEROP_THREADS ??= '1';
  const tf: Tensors & NativeBackend = load('@tensorflow/tfjs-node');
  await tf.setBackend('tensorflow');
  const threads = Number(process.env.TF_NUM_INTRAOP_THREADS);
  const library = `TensorFlow ${tf.backend().binding.TF_Version}`;
  return { name: 'tfjs-node', version: versionOf('@tensorflow/tfjs-node'), threads, library, tf };
}

/** The core knows no gradients by itself; loading the layers package registers them. */
function loadCore(): Tensors {
  const tf: Tensors = load('@tensorflow/tfjs-core');
  load('@tensorflow/tfjs-layers');
  return tf;
}

let wasmIsPatched = false;

async function openWasm(): Promise<Engine> {
  const tf = loadCore();
  load('@tensorflow/tfjs-backend-wasm');
  const version = versionOf('@tensorflow/tfjs-backend-wasm');
  if (version !== knownVersion) throw new Error(`its kernels are known for ${knownVersion}, found ${version}`);
  if (!(await tf.setBackend('wasm'))) throw new Error('the wasm backend did not start');
  await tf.ready();
  if (!wasmIsPatched) {
    registerProducts(tf);
    registerConvolutions(tf);
    wasmIsPatched = true;
  }
  return { name: 'wasm', version, threads: 1, tf };
}

async function openCpu(): Promise<Engine> {
  const tf = loadCore();
  load('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  return { name: 'cpu', version: versionOf('@tensorflow/tfjs-backend-cpu'), threads: 1, tf };
}

const openers: Record<EngineName, () => Promise<Engine>> = { 'tfjs-node': openNode, wasm: openWasm, cpu: openCpu };

/** An engine may load and still fail at its first operation, so one product is computed and looked at. */
function probe({ tf }: Engine): void {
  const product = tf.tidy(() => {
    const x = tf.tensor(Float32Array.of(1, 2, 3, 4), [2, 2]);
    return Array.from(tf.matMul(x, x, true, false).dataSync());
  });
  if (product.join() !== '10,14,14,20') throw new Error(`a 2×2 product came out as ${product.join()}`);
}

/**
 * Opens an engine and makes sure that it works.
 * @throws Refusal saying why it does not.
 */
export async function openEngine(name: EngineName): Promise<Engine> {
  try {
    const engine = await openers[name]();
    probe(engine);
    return engine;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
    throw new Refusal(`engine ${name}: ${why}`);
  }
}

/**
 * Opens the fastest engine that works.
 * @throws Refusal with the reason of each when none does.
 */
export async function openFastest(): Promise<Engine> {
  const reasons: string[] = [];
  for (const name of ['tfjs-node', 'wasm'] as const) {
    try {
      return await openEngine(name);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  const mend = 'run "npm ci" with optional dependencies';
  throw new Refusal(`no engine to train with; ${mend}\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
}
