/** The engines in order of preference; `cpu` is for tests and never chosen by itself. */
export const engineNames = ['tfjs-node', 'onnxruntime', 'wasm', 'cpu'] as const;
export type EngineName = (typeof engineNames)[number];

const tfjs = (...parts: string[]): string => parts.map((part) => `@tensorflow/tfjs-${part}@4.22.0`).join(' ');

/** How an engine comes onto a machine. None comes with Gradcheck, which grades without. */
export const installs: Record<EngineName, string> = {
  'tfjs-node': 'npm install @tensorflow/tfjs-node@4.22.0 (downloads a TensorFlow library)',
  onnxruntime: 'npm install --ignore-scripts onnxruntime-node@1.30.0 (288 MB unpacked; its script fetches CUDA only)',
  wasm: `npm install ${tfjs('core', 'layers', 'backend-wasm')} (85 MB; runs everywhere, 2 to 4 times slower)`,
  cpu: `npm install ${tfjs('core', 'layers', 'backend-cpu')} (for tests)`,
};
