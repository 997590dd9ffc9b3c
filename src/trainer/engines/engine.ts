import { Refusal } from '../refusal.ts';
import type { Engine } from './model.ts';
import { type EngineName, engineNames, installs } from './names.ts';
import { openOnnx } from './onnx/open.ts';
import { openCpu, openNode, openWasm } from './tfjs/open.ts';

const openers: Record<EngineName, () => Promise<Engine>> = {
  'tfjs-node': openNode,
  onnxruntime: openOnnx,
  wasm: openWasm,
  cpu: openCpu,
};

const reasonOf = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);

/**
 * Opens an engine and makes sure that it works.
 * @throws Refusal saying why it does not, and how it is installed.
 */
export async function openEngine(name: EngineName): Promise<Engine> {
  try {
    return await openers[name]();
  } catch (error) {
    throw new Refusal(`engine ${name}: ${reasonOf(error)}; to install it: ${installs[name]}`);
  }
}

/**
 * Opens the first engine that works.
 * @throws Refusal with the reason of each when none does.
 */
export async function openFastest(): Promise<Engine> {
  const reasons: string[] = [];
  for (const name of engineNames.filter((one) => one !== 'cpu')) {
    try {
      return await openEngine(name);
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  throw new Refusal(`no engine to train with\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
}
