/** The part of ONNX Runtime that is used; declared here because the package is optional. */
export interface Runtime {
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => RuntimeTensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options: SessionOptions): Promise<Session>;
  };
}

export interface RuntimeTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

interface SessionOptions {
  readonly intraOpNumThreads: number;
  readonly interOpNumThreads: number;
  readonly executionProviders: readonly string[];
  readonly logSeverityLevel: 3;
}

/** A tensor to write a result to; `null` where the runtime is to make one. */
export type Fetches = Record<string, RuntimeTensor | null>;

export interface Session {
  run(feeds: Record<string, RuntimeTensor>, fetches: Fetches): Promise<Record<string, RuntimeTensor>>;
  release(): Promise<void>;
}

/** A model ready to run on this many threads. */
export function openSession(runtime: Runtime, model: Uint8Array, threads: number): Promise<Session> {
  const options = { interOpNumThreads: 1, executionProviders: ['cpu'], logSeverityLevel: 3 } as const;
  return runtime.InferenceSession.create(model, { ...options, intraOpNumThreads: threads });
}
