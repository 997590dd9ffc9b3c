import type { Kernel, Tensor, TensorInfo, Tensors } from './tensors.ts';

const backendName = 'wasm';

interface Sizes {
  /** Rows and columns of zeros before the image. */
  readonly top: number;
  readonly left: number;
  /** Rows and columns of zeros in all. */
  readonly rows: number;
  readonly columns: number;
}

/** The zeros around an image of a convolution with stride 1; another stride or layout is refused, never guessed. */
function zeros(attrs: Kernel['attrs'], input: number[], filter: number[], output: number[]): Sizes {
  const strides = [attrs.strides].flat();
  if (
    strides.some((stride) => stride !== 1) ||
    (attrs.pad !== 'same' && attrs.pad !== 'valid') ||
    attrs.dimRoundingMode
  ) {
    throw new Error('the wasm engine trains convolutions of stride 1 with padding "same" or "valid" only');
  }
  if (attrs.dataFormat !== 'NHWC') throw new Error('the wasm engine trains convolutions in NHWC order only');
  const [, height = 0, width = 0] = input;
  const [, outHeight = 0, outWidth = 0] = output;
  const rows = Math.max(0, outHeight - 1 + (filter[0] ?? 0) - height);
  const columns = Math.max(0, outWidth - 1 + (filter[1] ?? 0) - width);
  return { rows, columns, top: rows >> 1, left: columns >> 1 };
}

const around = (before: number, all: number): [number, number] => [before, all - before];

/** dL/dfilter: the images convolved with the output's gradient, batch and channels exchanged. */
function filterGradient(tf: Tensors, x: Tensor, dy: Tensor, attrs: Kernel['attrs']): Tensor {
  const z = zeros(attrs, x.shape, attrs.filterShape as number[], dy.shape);
  const padded = tf.pad(x, [[0, 0], around(z.top, z.rows), around(z.left, z.columns), [0, 0]]);
  const product = tf.conv2d(tf.transpose(padded, [3, 1, 2, 0]), tf.transpose(dy, [1, 2, 0, 3]), 1, 'valid');
  return tf.transpose(product, [1, 2, 0, 3]);
}

/** dL/dinput: the output's gradient convolved with the filter turned by half a turn. */
function inputGradient(tf: Tensors, dy: Tensor, filter: Tensor, attrs: Kernel['attrs']): Tensor {
  const [kh = 0, kw = 0] = filter.shape;
  const z = zeros(attrs, attrs.inputShape as number[], filter.shape, dy.shape);
  const top = kh - 1 - z.top;
  const left = kw - 1 - z.left;
  const rows = around(top, 2 * (kh - 1) - z.rows);
  const columns = around(left, 2 * (kw - 1) - z.columns);
  const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
  return tf.conv2d(tf.pad(dy, [[0, 0], rows, columns, [0, 0]]), turned, 1, 'valid');
}

/**
 * Gives the wasm backend (4.22.0) the gradients of convolutions: it lacks the one for the filter and is scalar in the one
 * for the input. Both are written as convolutions, which it does fast.
 */
export function registerConvolutions(tf: Tensors): void {
  const tensor = (info: TensorInfo | undefined): Tensor => {
    if (!info) throw new Error('a convolution gradient came without its input');
    return 'dataSync' in info ? (info as unknown as Tensor) : tf.engine().makeTensorFromTensorInfo(info);
  };
  const register = (kernelName: string, compute: (kernel: Kernel) => Tensor) => {
    if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
    const kernelFunc = (kernel: Kernel) => tf.tidy(() => compute(kernel)) as unknown as TensorInfo;
    tf.registerKernel({ kernelName, backendName, kernelFunc });
  };
  register('Conv2DBackpropFilter', ({ inputs, attrs }) =>
    filterGradient(tf, tensor(inputs.x), tensor(inputs.dy), attrs),
  );
  register('Conv2DBackpropInput', ({ inputs, attrs }) =>
    inputGradient(tf, tensor(inputs.dy), tensor(inputs.filter), attrs),
  );
}
