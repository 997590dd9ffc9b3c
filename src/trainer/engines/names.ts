/** The engines in order of preference; `cpu` is for tests and never chosen by itself. */
export const engineNames = ['tfjs-node', 'onnxruntime', 'wasm', 'cpu'] as const;
export type EngineName = (typeof engineNames)[number];

/** How an engine comes onto a machine. */
export const installs: Record<EngineName, string> = {
  'tfjs-node': 'npm install @tensorflow/tfjs-node@4.22.0 (downloads a TensorFlow library)',
  onnxruntime: 'npm install --ignore-scripts onnxruntime-node@1.30.0 (288 MB unpacked; its script fetches CUDA only)',
  wasm: 'npm install with optional dependencies, or npm install @tensorflow/tfjs-{core,layers,backend-wasm}@4.22.0',
  cpu: 'npm install with optional dependencies',
};
