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

/** An engine that was tried first and did not work. */
export interface Passed {
  readonly name: EngineName;
  readonly says: string;
}

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
 * Opens the first engine that works, and says which did not.
 * @throws Refusal with the reason of each when none does.
 */
export async function openFastest(): Promise<{ readonly engine: Engine; readonly passed: readonly Passed[] }> {
  const passed: Passed[] = [];
  for (const name of engineNames.filter((one) => one !== 'cpu')) {
    try {
      return { engine: await openers[name](), passed };
    } catch (error) {
      passed.push({ name, says: reasonOf(error) });
    }
  }
  const reasons = passed.map(({ name, says }) => `  engine ${name}: ${says}; to install it: ${installs[name]}`);
  const why = 'none comes with Gradcheck, which grades without; one of these is enough';
  throw new Refusal(`no engine to train with: ${why}\n${reasons.join('\n')}`);
}
