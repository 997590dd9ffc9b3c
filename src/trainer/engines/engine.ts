import { Refusal } from '../refusal.ts';
import type { Loader } from './model.ts';
import { type EngineName, engineNames, installs } from './names.ts';
import { openOnnx } from './onnx/open.ts';
import { openCpu, openNode, openWasm } from './tfjs/open.ts';

/** What computed a run: part of every record, because the engine is part of the result. */
export interface EngineLabel {
  readonly name: EngineName;
  /** Of the package. */
  readonly version: string;
  readonly threads: number;
  /** The native library that does the work, where there is one: "TensorFlow 2.9.1". */
  readonly library?: string;
}

export interface Engine extends EngineLabel, Loader {}

/** The label of an engine as data, without what it computes with. */
export const labelOf = ({ name, version, threads, library }: EngineLabel): EngineLabel => ({
  name,
  version,
  threads,
  ...(library && { library }),
});

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
