import type { Kernel, Tensors } from './tensors.ts';

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

interface Sides {
  readonly x: readonly number[];
  readonly dy: readonly number[];
}

/** Gives each slope to the greatest number of its window, the first of equals; `dx` is all 0. */
function spread(x: Float32Array, dy: Float32Array, dx: Float32Array, sides: Sides, { side, stride }: Window): void {
  const [images = 0, height = 0, width = 0, channels = 0] = sides.x;
  const [, down = 0, across = 0] = sides.dy;
  const [tall, wide] = side;
  let out = 0;
  for (let n = 0; n < images; n += 1) {
    for (let i = 0; i < down; i += 1) {
      for (let j = 0; j < across; j += 1) {
        const start = ((n * height + i * stride[0]) * width + j * stride[1]) * channels;
        for (let c = 0; c < channels; c += 1, out += 1) {
          // Written out and not called: this is the innermost of the loops, and a third of their time.
          let at = start + c;
          for (let row = 0; row < tall; row += 1) {
            for (let k = 0, here = start + c + row * width * channels; k < wide; k += 1, here += channels) {
              if ((x[here] as number) > (x[at] as number)) at = here;
            }
          }
          dx[at] = (dx[at] as number) + (dy[out] as number);
        }
      }
    }
  }
}

/**
 * Gives the wasm backend (4.22.0) the gradient of pooling by the maximum: its own loses the gradient of a maximum below
 * zero, which leaky ReLU and tanh give, and is slower than these loops. They work where the numbers lie, without a copy.
 */
export function registerPooling(tf: Tensors): void {
  const kernelName = 'MaxPoolGrad';
  const kernelFunc = ({ inputs, attrs, backend }: Kernel) => {
    const { input, dy } = inputs;
    if (!input || !dy) throw new Error('a pooling gradient came without its input');
    const window = windowOf(attrs);
    const result = backend.makeOutput(input.shape, 'float32');
    const [x, slopes, dx] = [input, dy, result].map((info) => backend.typedArrayFromHeap(info));
    spread(
      x as Float32Array,
      slopes as Float32Array,
      (dx as Float32Array).fill(0),
      { x: input.shape, dy: dy.shape },
      window,
    );
    return result;
  };
  if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({ kernelName, backendName, kernelFunc });
}
