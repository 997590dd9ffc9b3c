import type { Rules } from '../optimisers/rules.ts';
import { type Network, sizeOf } from '../training/network.ts';
import type { EngineName } from './names.ts';

/** One batch: images as n × height × width × channels, and a mask per dropout layer, n × its inputs. */
export interface Batch {
  readonly images: Float32Array;
  readonly labels: Uint8Array;
  readonly masks: readonly Float32Array[];
}

/** The parameters of a network in its order, and what the optimiser remembers of those that are trained. */
export interface Values {
  readonly weights: readonly Float32Array[];
  /** Parameter after parameter, each with its arrays; empty at the start, when all of it is 0. */
  readonly memory: readonly Float32Array[];
}

/** A network with its values on an engine. */
export interface Model {
  /**
   * One step of gradient descent on the mean softmax cross-entropy of a batch.
   * @returns the logits that the loss was taken of, n × classes, from before the step.
   */
  step(batch: Batch, rate: number, step: number): Promise<Float32Array>;
  /** The logits of images, nothing dropped, by the running means. */
  logits(images: Float32Array): Promise<Float32Array>;
  values(): Promise<Values>;
  close(): Promise<void>;
}

/** What computed a run: part of every record, because the engine is part of the result. */
export interface EngineLabel {
  readonly name: EngineName;
  /** Of the package. */
  readonly version: string;
  readonly threads: number;
  /** The native library that does the work, where there is one: "TensorFlow 2.9.1". */
  readonly library?: string;
}

/** What computes. */
export interface Engine extends EngineLabel {
  /** Bytes that it can hold, where that is less than the machine may have. */
  readonly most?: number;
  /** Puts a network on it; without rules it can be asked for logits only. */
  load(network: Network, values: Values, rules: Rules): Promise<Model>;
}

/** The label of an engine as data, without what it computes with. */
export const labelOf = ({ name, version, threads, library }: EngineLabel): EngineLabel => ({
  name,
  version,
  threads,
  ...(library && { library }),
});

/** The optimiser's arrays of each parameter; none for one that is not trained. */
export function memoryOf(network: Network, rules: Rules, memory: Values['memory']): Float32Array[][] {
  const kept = [...memory];
  return network.parameters.map(({ shape }, i) =>
    Array.from({ length: rules[i]?.slots ?? 0 }, () => kept.shift() ?? new Float32Array(sizeOf(shape))),
  );
}
