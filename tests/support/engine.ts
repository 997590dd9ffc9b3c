import { openEngine } from '../../src/trainer/engines/engine.ts';
import type { Engine } from '../../src/trainer/engines/model.ts';
import type { EngineName } from '../../src/trainer/engines/names.ts';
import { openCpu, openNode, openWasm, type TensorEngine } from '../../src/trainer/engines/tfjs/open.ts';

async function present<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    console.warn(`skipped: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** An engine, or undefined where its optional package is absent; says so, because tests are skipped then. */
export const engineIfPresent = (name: EngineName): Promise<Engine | undefined> => present(openEngine(name));

const openers = { cpu: openCpu, wasm: openWasm, 'tfjs-node': openNode };

/** An engine of TensorFlow.js with its tensors, or undefined where it is absent. */
export const tensorsIfPresent = (name: keyof typeof openers): Promise<TensorEngine | undefined> =>
  present(openers[name]());

/** All engines that are here. */
export async function enginesPresent(): Promise<Engine[]> {
  const found: Engine[] = [];
  for (const name of ['cpu', 'wasm', 'onnxruntime'] as const) {
    const engine = await engineIfPresent(name);
    if (engine) found.push(engine);
  }
  return found;
}
