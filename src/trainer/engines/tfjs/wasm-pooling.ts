import type { Kernel, Tensor, TensorInfo, Tensors } from './tensors.ts';

const backendName = 'wasm';

interface Window {
  readonly side: readonly [height: number, width: number];
  readonly stride: readonly [down: number, across: number];
}

function windowOf({ filterSize, strides, pad }: Kernel['attrs']): Window {
  if (pad !== 'valid' && pad !== 0) throw new Error('the wasm engine trains pooling without padding only');
  const pair = (value: unknown) => (Array.isArray(value) ? value : [value, value]) as [number, number];
  return { side: pair(filterSize), stride: pair(strides) };
}

/** The place of the greatest number of a window, the first of equals. */
function greatest(x: ArrayLike<number>, start: number, [height, width]: Window['side'], row: number, column: number) {
  let at = start;
  for (let i = 0; i < height; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const here = start + i * row + j * column;
      if ((x[here] as number) > (x[at] as number)) at = here;
    }
  }
  return at;
}

function gradient(x: Tensor, dy: Tensor, { side, stride }: Window): Float32Array {
  const [images = 0, height = 0, width = 0, channels = 0] = x.shape;
  const [, down = 0, across = 0] = dy.shape;
  const [values, slopes] = [x.dataSync(), dy.dataSync()];
  const dx = new Float32Array(values.length);
  let out = 0;
  for (let n = 0; n < images; n += 1) {
    for (let i = 0; i < down; i += 1) {
      for (let j = 0; j < across; j += 1) {
        const start = ((n * height + i * stride[0]) * width + j * stride[1]) * channels;
        for (let c = 0; c < channels; c += 1, out += 1) {
          const at = greatest(values, start + c, side, width * channels, channels);
          dx[at] = (dx[at] as number) + (slopes[out] as number);
        }
      }
    }
  }
  return dx;
}

/**
 * Gives the wasm backend (4.22.0) the gradient of pooling by the maximum: its own loses the gradient of a maximum below
 * zero, which leaky ReLU and tanh give, and is slower than these loops.
 */
export function registerPooling(tf: Tensors): void {
  const kernelName = 'MaxPoolGrad';
  const tensor = (info: TensorInfo | undefined): Tensor => {
    if (!info) throw new Error('a pooling gradient came without its input');
    return 'dataSync' in info ? (info as unknown as Tensor) : tf.engine().makeTensorFromTensorInfo(info);
  };
  const kernelFunc = ({ inputs, attrs }: Kernel) => {
    const x = tensor(inputs.input);
    return tf.tensor(gradient(x, tensor(inputs.dy), windowOf(attrs)), x.shape) as unknown as TensorInfo;
  };
  if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({ kernelName, backendName, kernelFunc });
}
